package io.typedprompt;

import okhttp3.HttpUrl;

/** Checks the address of the API. */
final class BaseUrls {
  private static final String PATH = "chat/completions";

  private BaseUrls() {}

  static HttpUrl parse(String text) {
    String stripped = text.strip();
    HttpUrl url = HttpUrl.parse(stripped);
    if (url == null) {
      throw refused(stripped, "is not an address that starts with http:// or https://");
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused(stripped, "has a query or a fragment");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw refused(
          url.newBuilder().username("").password("").build().toString(), "has a password");
    }
    if (url.encodedPath().contains("/" + PATH)) {
      throw refused(stripped, "names an endpoint instead of the API");
    }
    return withoutLastSlash(url);
  }

  static HttpUrl chatCompletions(HttpUrl baseUrl) {
    return baseUrl.newBuilder().addPathSegments(PATH).build();
  }

  private static HttpUrl withoutLastSlash(HttpUrl url) {
    int last = url.pathSize() - 1;
    return last > 0 && url.pathSegments().get(last).isEmpty()
        ? url.newBuilder().removePathSegment(last).build()
        : url;
  }

  private static IllegalArgumentException refused(String url, String why) {
    return new IllegalArgumentException(
        "baseUrl \""
            + url
            + "\" "
            + why
            + ". It is the API's address up to its version, such as"
            + " https://openrouter.ai/api/v1.");
  }
}
