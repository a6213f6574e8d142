package io.typedprompt.internal.response;

import io.typedprompt.Cost;
import io.typedprompt.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one event of a streamed answer. Unknown members and values of unexpected types are passed
 * over; only a text that is no JSON object cannot be read.
 */
public final class ChunkReader {
  private final String source;
  private @Nullable String id;
  private @Nullable String model;
  private @Nullable String provider;
  private @Nullable String serviceTier;
  private @Nullable Delta delta;
  private @Nullable Usage usage;
  private @Nullable Cost cost;
  private @Nullable ApiError error;
  private @Nullable ApiError choiceError;

  private ChunkReader(String source) {
    this.source = source;
  }

  /** The chunk in the data of an event; null if it is not a JSON object. */
  public static @Nullable Chunk read(String data) {
    try (JsonParser in = JsonValues.parser(data)) {
      return in.nextToken() == JsonToken.START_OBJECT ? new ChunkReader(data).object(in) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private Chunk object(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "id" -> id = JsonValues.filledText(in);
        case "model" -> model = JsonValues.filledText(in);
        case "provider" -> provider = JsonValues.filledText(in);
        case "service_tier" -> serviceTier = JsonValues.filledText(in);
        case "choices" -> readChoices(in);
        case "usage" -> readUsage(in);
        case "error" -> error = ErrorReader.readError(in, source);
        default -> in.skipChildren();
      }
    }
    return new Chunk(
        id, model, provider, serviceTier, delta, usage, cost, error == null ? choiceError : error);
  }

  private void readChoices(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.START_OBJECT) {
        readChoice(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void readChoice(JsonParser in) {
    DeltaReader reader = new DeltaReader(source);
    reader.read(in);
    if (delta == null && !reader.isFurther()) {
      delta = reader.delta();
      choiceError = reader.error();
    }
  }

  /** Chunks before the last one may have it too, as null. */
  private void readUsage(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    UsageReader reader = new UsageReader();
    reader.read(in);
    usage = reader.usage();
    cost = reader.cost();
  }
}
