package io.typedprompt.internal.response;

import io.typedprompt.internal.json.JsonStreams;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Puts the reasoning together from the pieces of a stream: as text, and as the {@code
 * reasoning_details} that have to go back to the provider. Both say the same, where both are there.
 */
final class ReasoningMerger {
  private final StringBuilder text = new StringBuilder();
  private final List<Detail> details = new ArrayList<>();
  private boolean detailed;

  void addText(String piece) {
    if (!ReasoningDetailsReader.isHidden(piece)) {
      text.append(piece);
    }
  }

  /** Takes pieces of the details, JSON objects. */
  void addDetails(List<String> pieces) {
    detailed = true;
    for (String piece : pieces) {
      addDetail(piece);
    }
  }

  private void addDetail(String json) {
    Detail piece = Detail.of(json);
    for (int i = details.size() - 1; i >= 0; i--) {
      if (details.get(i).goesOnWith(piece)) {
        details.get(i).add(piece);
        return;
      }
    }
    details.add(piece);
  }

  /** The reasoning that may be read; null if there is none. */
  @Nullable String text() {
    String readable = ReasoningDetailsReader.readable(text.toString());
    String json = readable == null ? details() : null;
    if (json == null) {
      return readable;
    }
    try (JsonParser in = JsonValues.parser(json)) {
      in.nextToken();
      return ReasoningDetailsReader.read(in);
    }
  }

  /**
   * The merged details, a JSON array; null if there never was a list of them. Some providers want
   * an empty list back.
   */
  @Nullable String details() {
    if (details.isEmpty()) {
      return detailed ? "[]" : null;
    }
    StringWriter json = new StringWriter();
    try (JsonGenerator out = JsonStreams.generator(json)) {
      out.writeStartArray();
      for (Detail detail : details) {
        detail.write(out);
      }
      out.writeEndArray();
    }
    return json.toString();
  }

  /** One part of the reasoning: its readable text, which grows, and all other members as JSON. */
  private static final class Detail {
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    static Detail of(String json) {
      Detail detail = new Detail();
      try (JsonParser in = JsonValues.parser(json)) {
        in.nextToken();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          detail.readMember(name, in, json);
        }
      }
      return detail;
    }

    private void readMember(String name, JsonParser in, String json) {
      JsonToken token = in.nextToken();
      boolean readable = name.equals("text") || name.equals("summary");
      if (readable && token == JsonToken.VALUE_STRING) {
        texts.put(name, new StringBuilder(in.getString()));
      } else {
        members.put(name, JsonValues.json(in, json));
      }
    }

    /** Encrypted parts are whole; a signature may come by itself after its text. */
    boolean goesOnWith(Detail piece) {
      return !members.containsKey("data")
          && !piece.members.containsKey("data")
          && same("type", piece)
          && same("index", piece)
          && (isMissing("id") || piece.isMissing("id") || same("id", piece));
    }

    private boolean same(String name, Detail other) {
      return members.getOrDefault(name, "null").equals(other.members.getOrDefault(name, "null"));
    }

    private boolean isMissing(String name) {
      return members.getOrDefault(name, "null").equals("null");
    }

    void add(Detail piece) {
      for (Map.Entry<String, String> member : piece.members.entrySet()) {
        if (isMissing(member.getKey())) {
          members.put(member.getKey(), member.getValue());
        }
      }
      for (Map.Entry<String, StringBuilder> piecesText : piece.texts.entrySet()) {
        StringBuilder text = texts.get(piecesText.getKey());
        if (text == null) {
          members.remove(piecesText.getKey());
          texts.put(piecesText.getKey(), piecesText.getValue());
        } else {
          text.append(piecesText.getValue());
        }
      }
    }

    void write(JsonGenerator out) {
      out.writeStartObject();
      for (Map.Entry<String, String> member : members.entrySet()) {
        out.writeName(member.getKey());
        out.writeRawValue(member.getValue());
      }
      for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
        out.writeStringProperty(text.getKey(), text.getValue().toString());
      }
      out.writeEndObject();
    }
  }
}
