package io.typedprompt.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What goes out over HTTP: the parts are written one after the other, each flushed.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param parts the body; one part if it is not a stream
 * @param delivery how it travels
 * @param delivered is told true when the whole of it goes out, and false if that fails after all
 */
record Reply(
    int status,
    Map<String, String> headers,
    List<byte[]> parts,
    Delivery delivery,
    Consumer<Boolean> delivered) {

  static Reply json(int status, JsonNode body) {
    return text(status, "application/json", Json.text(body));
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(
        status,
        Map.of("Content-Type", contentType),
        List.of(body.getBytes(StandardCharsets.UTF_8)),
        Delivery.PROMPT,
        whole -> {});
  }

  static Reply events(List<String> events) {
    List<byte[]> parts = new ArrayList<>();
    for (String event : events) {
      parts.add(event.getBytes(StandardCharsets.UTF_8));
    }
    Map<String, String> headers =
        Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache");
    return new Reply(200, headers, List.copyOf(parts), Delivery.PROMPT, whole -> {});
  }

  /** The same with these headers added or replaced. */
  Reply withHeaders(Map<String, String> added) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(added);
    return new Reply(status, Map.copyOf(all), parts, delivery, delivered);
  }

  Reply deliveredAs(Delivery changed) {
    return new Reply(status, headers, parts, changed, delivered);
  }

  Reply tellingWhetherDelivered(Consumer<Boolean> action) {
    return new Reply(status, headers, parts, delivery, action);
  }

  /** The length of the whole body in bytes, also where less of it is sent. */
  long length() {
    long length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    return length;
  }

  /** The parts that are sent: all, or the first bytes where the delivery says so. */
  List<byte[]> sentParts() {
    long left = (long) Math.floor(length() * delivery.share());
    List<byte[]> sent = new ArrayList<>();
    for (byte[] part : parts) {
      int size = (int) Math.min(left, part.length);
      if (size > 0) {
        sent.add(size == part.length ? part : Arrays.copyOf(part, size));
      }
      left -= size;
    }
    return sent;
  }
}
