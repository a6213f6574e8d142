package io.typedprompt.internal.response;

import io.typedprompt.Cost;
import io.typedprompt.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the body of an answer with status 200. Unknown members and values of unexpected types are
 * passed over; only a text that is no JSON object cannot be read.
 */
public final class CompletionReader {
  private final String source;
  private @Nullable String id;
  private @Nullable String model;
  private @Nullable String provider;
  private @Nullable String serviceTier;
  private @Nullable Choice choice;
  private Usage usage = Usage.unknown();
  private Cost cost = Cost.unknown();
  private @Nullable ApiError error;

  private CompletionReader(String source) {
    this.source = source;
  }

  /** The completion in {@code body}; null if it is not a JSON object. */
  public static @Nullable Completion read(String body) {
    String json = withoutComments(body);
    try (JsonParser in = JsonValues.parser(json)) {
      return in.nextToken() == JsonToken.START_OBJECT
          ? new CompletionReader(json).object(in)
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The server may keep a slow connection alive with comment lines, as in a stream. */
  private static String withoutComments(String body) {
    int start = 0;
    while (true) {
      while (start < body.length() && Character.isWhitespace(body.charAt(start))) {
        start++;
      }
      int end = body.indexOf('\n', start);
      if (start == body.length() || body.charAt(start) != ':' || end < 0) {
        return body.substring(start);
      }
      start = end;
    }
  }

  private Completion object(JsonParser in) {
    Completion nested = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "id" -> id = JsonValues.filledText(in);
        case "model" -> model = JsonValues.filledText(in);
        case "provider" -> {
          if (token == JsonToken.START_OBJECT) {
            nested = new CompletionReader(source).object(in);
          } else {
            provider = JsonValues.filledText(in);
          }
        }
        case "service_tier" -> serviceTier = JsonValues.filledText(in);
        case "choices" -> choice = firstChoice(in);
        case "usage" -> readUsage(in);
        case "error" -> error = ErrorReader.readError(in, source);
        default -> in.skipChildren();
      }
    }
    // A known fault of the server: the completion is inside the member that names the provider.
    return choice == null && error == null && nested != null ? nested : completion();
  }

  private Completion completion() {
    return new Completion(
        id == null ? "" : id,
        model == null ? "" : model,
        provider,
        serviceTier,
        choice,
        usage,
        cost,
        error);
  }

  private @Nullable Choice firstChoice(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return null;
    }
    Choice first = null;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (first == null && in.currentToken() == JsonToken.START_OBJECT) {
        first = new ChoiceReader(source).read(in);
      } else {
        in.skipChildren();
      }
    }
    return first;
  }

  private void readUsage(JsonParser in) {
    UsageReader reader = new UsageReader();
    reader.read(in);
    usage = reader.usage();
    cost = reader.cost();
  }
}
