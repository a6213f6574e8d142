package io.typedprompt.internal.response;

import io.typedprompt.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code logprobs}: an object with the list {@code content}, as a rule. Some providers send a
 * bare number, or parallel lists of an older API; from those nothing can be told about tokens.
 */
final class LogprobsReader {
  private LogprobsReader() {}

  static List<TokenLogprob> read(JsonParser in) {
    List<TokenLogprob> tokens = List.of();
    if (in.currentToken() == JsonToken.START_ARRAY) {
      return tokens(in);
    }
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return tokens;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals("content")) {
        tokens = tokens(in);
      } else {
        in.skipChildren();
      }
    }
    return tokens;
  }

  private static List<TokenLogprob> tokens(JsonParser in) {
    List<TokenLogprob> tokens = new ArrayList<>();
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return tokens;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      TokenLogprob token = token(in);
      if (token != null) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static @Nullable TokenLogprob token(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return null;
    }
    String text = null;
    double logprob = Double.NaN;
    List<TokenLogprob> top = List.of();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "token" -> text = JsonValues.text(in);
        case "logprob" -> logprob = number(in);
        case "top_logprobs" -> top = tokens(in);
        default -> in.skipChildren();
      }
    }
    return text == null || Double.isNaN(logprob) ? null : TokenLogprob.of(text, logprob, top);
  }

  private static double number(JsonParser in) {
    if (in.currentToken().isNumeric()) {
      return in.getDoubleValue();
    }
    in.skipChildren();
    return Double.NaN;
  }
}
