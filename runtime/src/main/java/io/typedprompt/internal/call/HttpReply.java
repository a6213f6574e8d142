package io.typedprompt.internal.call;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body, without the API key
 */
record HttpReply(int status, Headers headers, String body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
