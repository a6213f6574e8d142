package io.typedprompt.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param method the method
 * @param path the path, without the query
 * @param query the query's parameters
 * @param headers by name in lower case; secrets redacted
 * @param bearer the key of the {@code Authorization} header, empty if there is none
 * @param body the body
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    String bearer,
    String body) {

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Names the method and the path: neither key nor body belongs in a log. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
