package io.typedprompt.internal.response;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an error in any of the shapes that OpenRouter, providers and gateways send. */
public final class ErrorReader {
  /** What OpenRouter says when the provider's own words are in the metadata. */
  private static final String GENERIC_MESSAGE = "Provider returned error";

  private static final long MAX_WAIT_SECONDS = 366L * 24 * 3600;

  private final String source;
  private boolean empty = true;
  private int code;
  private int httpStatus;
  private @Nullable String codeWord;
  private @Nullable String type;
  private @Nullable String plainType;
  private String message = "";
  private String raw = "";
  private String unsaid = "";
  private @Nullable String provider;
  private List<String> reasons = List.of();
  private @Nullable String limitSource;
  private List<String> previousErrors = List.of();
  private @Nullable Duration retryAfter;
  private @Nullable String rateLimitReset;
  private ApiError.@Nullable Availability availability;

  private ErrorReader(String source) {
    this.source = source;
  }

  /** The error in the body of an answer whose status is not 200. */
  public static ApiError readBody(String body) {
    try (JsonParser in = JsonValues.parser(body)) {
      if (in.nextToken() == JsonToken.START_ARRAY) {
        in.nextToken();
      }
      ApiError error = in.currentToken() == JsonToken.START_OBJECT ? inBody(in, body) : null;
      if (error != null) {
        return error;
      }
    } catch (JacksonException e) {
      // Not JSON: the text itself is all there is.
    }
    return ofText(body);
  }

  /** Even a text without a sentence says more than nothing. */
  private static ApiError ofText(String text) {
    String reason = ReasonFinder.find(text);
    return ApiError.of(reason.isEmpty() ? ReasonFinder.line(text) : reason);
  }

  /**
   * Reads the value of a member {@code error}; null if it says nothing.
   *
   * @param source the text that {@code in} reads
   */
  static @Nullable ApiError readError(JsonParser in, String source) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      String text = JsonValues.filledText(in);
      return text == null || text.equals("false") ? null : ofText(text);
    }
    ErrorReader reader = new ErrorReader(source);
    reader.readObject(in);
    return reader.empty ? null : reader.error();
  }

  private static @Nullable ApiError inBody(JsonParser in, String body) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals("error")) {
        return readError(in, body);
      }
      in.skipChildren();
    }
    return null;
  }

  private void readObject(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken token = in.nextToken();
      empty &= token == JsonToken.VALUE_NULL;
      switch (name) {
        case "message" -> message = sentence(in);
        case "code" -> readCode(in);
        case "http_status" -> httpStatus = status(JsonValues.text(in));
        case "error_type" -> type = JsonValues.filledText(in);
        case "type" -> plainType = JsonValues.filledText(in);
        case "metadata" -> readMetadata(in);
        case "availability" -> readAvailability(in);
        default -> in.skipChildren();
      }
    }
  }

  private void readCode(JsonParser in) {
    String text = JsonValues.filledText(in);
    code = status(text);
    codeWord = code == 0 ? text : null;
  }

  private static int status(@Nullable String text) {
    try {
      int status = text == null ? 0 : Integer.parseInt(text.strip());
      return status >= 100 && status <= 999 ? status : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void readMetadata(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "provider_name" -> provider = JsonValues.filledText(in);
        case "raw" -> raw = sentence(in);
        case "error_type" -> type = JsonValues.filledText(in);
        case "reasons", "patterns" -> reasons = joined(reasons, texts(in));
        case "limit_source" -> limitSource = JsonValues.filledText(in);
        case "previous_errors" -> previousErrors = previousErrors(in);
        case "retry_after", "retry_after_seconds" -> retryAfter = seconds(in);
        case "headers" -> readHeaders(in);
        default -> in.skipChildren();
      }
    }
  }

  private void readHeaders(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equalsIgnoreCase("X-RateLimit-Reset")) {
        rateLimitReset = JsonValues.filledText(in);
      } else if (name.equalsIgnoreCase("Retry-After")) {
        retryAfter = seconds(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void readAvailability(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    String word = null;
    Boolean retryable = null;
    List<String> excludedBy = List.of();
    List<String> fallbackModels = List.of();
    String constraint = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "code" -> word = JsonValues.filledText(in);
        case "retryable" -> {
          in.skipChildren();
          retryable = token.isBoolean() ? (Boolean) in.getBooleanValue() : null;
        }
        case "retry_after" -> retryAfter = seconds(in);
        case "excluded_by" -> excludedBy = texts(in);
        case "fallback_models" -> fallbackModels = texts(in);
        case "constraint" -> constraint = constraint(in);
        default -> in.skipChildren();
      }
    }
    availability =
        new ApiError.Availability(word, retryable, excludedBy, fallbackModels, constraint);
  }

  private @Nullable String constraint(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return JsonValues.filledText(in);
    }
    String detail = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals("detail")) {
        detail = JsonValues.filledText(in);
      } else {
        in.skipChildren();
      }
    }
    return detail;
  }

  /** The sentence in a text, or in a whole JSON value. */
  private String sentence(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      String json = JsonValues.json(in, source);
      unsaid = ReasonFinder.line(json);
      return ReasonFinder.find(json);
    }
    String text = JsonValues.filledText(in);
    return text == null ? "" : ReasonFinder.find(text);
  }

  private static List<String> texts(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      String text = JsonValues.filledText(in);
      return text == null ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String text = JsonValues.filledText(in);
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  private static List<String> joined(List<String> a, List<String> b) {
    List<String> joined = new ArrayList<>(a);
    joined.addAll(b);
    return List.copyOf(joined);
  }

  private static List<String> previousErrors(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return List.of();
    }
    List<String> errors = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String error = previousError(in);
      if (error != null) {
        errors.add(error);
      }
    }
    return List.copyOf(errors);
  }

  /** Such as {@code Google 429}, from either generation of this member. */
  private static @Nullable String previousError(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return JsonValues.filledText(in);
    }
    String name = null;
    String status = null;
    for (String member = in.nextName(); member != null; member = in.nextName()) {
      in.nextToken();
      switch (member) {
        case "provider", "provider_name" -> name = JsonValues.filledText(in);
        case "status" -> status = JsonValues.filledText(in);
        case "code" -> {
          String code = JsonValues.filledText(in);
          status = status == null ? code : status;
        }
        default -> in.skipChildren();
      }
    }
    if (name == null || status == null) {
      return name == null ? status : name;
    }
    return name + " " + status;
  }

  private static @Nullable Duration seconds(JsonParser in) {
    BigDecimal seconds = JsonValues.decimal(in);
    if (seconds == null || seconds.signum() < 0) {
      return null;
    }
    return seconds.compareTo(BigDecimal.valueOf(MAX_WAIT_SECONDS)) > 0
        ? Duration.ofSeconds(MAX_WAIT_SECONDS)
        : Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  private ApiError error() {
    String kind = type != null ? type : plainType != null ? plainType : codeWord;
    return new ApiError(
        code == 0 ? httpStatus : code,
        kind,
        reason(),
        provider,
        reasons,
        limitSource,
        previousErrors,
        retryAfter,
        rateLimitReset,
        availability);
  }

  /** The provider's own words come instead of the generic message, and after any other. */
  private String reason() {
    if (message.isEmpty() || message.equals(GENERIC_MESSAGE)) {
      String words = raw.isEmpty() ? unsaid : raw;
      return words.isEmpty() ? message : words;
    }
    return message.contains(raw) ? message : message + " (" + raw + ")";
  }
}
