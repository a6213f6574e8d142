package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.internal.response.ApiError;
import io.typedprompt.internal.response.ErrorReader;
import java.util.Locale;

/**
 * Tells whether a failure is about the form of the answer. A 404 is, unless the server says that
 * something else excluded the endpoints: even where it speaks of privacy, a strict schema was seen
 * to be the cause. A 400 is where it names what carries the schema.
 */
final class RungRefusal {
  private static final String[] SCHEMA_WORDS = {
    "response_format",
    "response format",
    "json_schema",
    "json schema",
    "text.format",
    "output_format",
    "output_config",
    "response_schema",
    "responseschema",
    "response mime type",
    "response_mime_type",
    "structured output",
    "structured_output",
    "structured-output",
    "invalid schema",
    "grammar"
  };

  private static final String[] TOOL_WORDS = {
    "tool_choice",
    "tool choice",
    "tool use",
    "tool call",
    "tool_call",
    "tools",
    "function call",
    "function_call",
    "invalid schema",
    "input_schema",
    "grammar"
  };

  private RungRefusal() {}

  static boolean isRefusal(OpenRouterException failure, StructuredOutput mode) {
    if (failure.retryable()) {
      return false;
    }
    return switch (failure.status()) {
      case 404 -> isWithoutEndpoint(failure);
      case 400, 422 -> names(failure, mode == StructuredOutput.TOOL ? TOOL_WORDS : SCHEMA_WORDS);
      default -> false;
    };
  }

  /** Whether no endpoint lets its model call tools, in whatever form the answer is asked for. */
  static boolean isWithoutTools(OpenRouterException failure) {
    return failure.status() == 404
        && error(failure).reason().toLowerCase(Locale.ROOT).contains("support tool use");
  }

  private static boolean isWithoutEndpoint(OpenRouterException failure) {
    ApiError error = error(failure);
    ApiError.Availability availability = error.availability();
    if (availability == null) {
      // An address that is not the API's has a 404 of its own.
      return error.reason().toLowerCase(Locale.ROOT).contains("endpoints");
    }
    if (!availability.excludedBy().isEmpty()) {
      return availability.excludedBy().contains("require_parameters");
    }
    String code = availability.code() == null ? "" : availability.code();
    return switch (code) {
      case "model_deprecated",
          "model_not_found",
          "model_unavailable_upstream",
          "free_variant_ended",
          "privacy_restricted",
          "region_restricted" ->
          false;
      default -> true;
    };
  }

  private static boolean names(OpenRouterException failure, String[] words) {
    String body = failure.rawBody().orElse("").toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (body.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static ApiError error(OpenRouterException failure) {
    return ErrorReader.readBody(failure.rawBody().orElse(""));
  }
}
