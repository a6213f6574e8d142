package io.typedprompt.internal.options;

import io.typedprompt.internal.options.Option.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of the names of extra body fields and headers. */
final class ExtraChecks {
  private ExtraChecks() {}

  /** A field of the body that nothing else writes. */
  static String bodyField(String field) {
    TextChecks.notBlank("extraBody's field", field);
    String method = methodFor(field);
    if (method != null) {
      throw new IllegalArgumentException(
          "extraBody cannot set the field \""
              + field
              + "\", which has an option of its own: use "
              + method
              + "(...)");
    }
    switch (field) {
      case "messages", "stream", "response_format" ->
          throw new IllegalArgumentException(
              "extraBody cannot set the field \"" + field + "\": the client writes it itself");
      default -> {
        return field;
      }
    }
  }

  /** The method of the builder that sets a field, if there is one. */
  private static @Nullable String methodFor(String field) {
    return switch (field) {
      case "model" -> "models";
      case "provider" -> "provider";
      case "reasoning", "reasoning_effort", "include_reasoning" -> "reasoning";
      case "cache_control" -> "cacheControl";
      case "prompt_cache_options" -> "promptCacheOptions";
      case "trace" -> "trace";
      case "image_config" -> "imageConfig";
      case "audio" -> "audio";
      default -> optionOf(field);
    };
  }

  private static @Nullable String optionOf(String field) {
    for (Option option : Option.values()) {
      boolean inBody = option.place() == Place.BODY || option.place() == Place.SHAPED;
      boolean inObject = option.optionName().indexOf('.') >= 0;
      if (inBody && !inObject && option.wireName().equals(field)) {
        return option.optionName();
      }
    }
    return null;
  }

  /** A header's name, in lower case, that nothing else sets. */
  static String headerName(String name) {
    TextChecks.notBlank("extraHeader's name", name);
    if (!HeaderChecks.isName(name)) {
      throw new IllegalArgumentException(
          "extraHeader's name \"" + name + "\" is not a header's name");
    }
    String lowerCase = name.toLowerCase(Locale.ROOT);
    switch (lowerCase) {
      case "authorization" ->
          throw new IllegalArgumentException(
              "extraHeader cannot set " + name + ": give the key to the client's builder");
      case "http-referer" -> throw hasOption(name, "appReferer");
      case "x-openrouter-title", "x-title" -> throw hasOption(name, "appTitle");
      case "x-openrouter-categories" -> throw hasOption(name, "appCategories");
      case "x-openrouter-cache" -> throw hasOption(name, "responseCache");
      case "x-openrouter-cache-ttl" -> throw hasOption(name, "responseCacheTtlSeconds");
      case "x-openrouter-cache-clear" -> throw hasOption(name, "responseCacheClear");
      case "x-openrouter-metadata" -> throw hasOption(name, "routerMetadata");
      case "x-session-id" -> throw hasOption(name, "sessionId");
      case "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "host",
          "transfer-encoding" ->
          throw new IllegalArgumentException(
              "extraHeader cannot set " + name + ": the client writes it itself");
      default -> {
        return lowerCase;
      }
    }
  }

  private static IllegalArgumentException hasOption(String name, String method) {
    return new IllegalArgumentException(
        "extraHeader cannot set "
            + name
            + ", which has an option of its own: use "
            + method
            + "(...)");
  }
}
