package io.typedprompt.internal.request;

import io.typedprompt.Audio;
import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.Media;
import io.typedprompt.Video;
import io.typedprompt.internal.json.JsonStreams;
import java.io.StringWriter;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads parts that show an image or its like, where they would be written in the same way. */
final class MediaPartReader {
  private final Map<String, String> texts = new HashMap<>();

  private MediaPartReader() {}

  /** The part in this JSON object; null if it says more or something else. */
  static @Nullable MediaPart read(String json) {
    MediaPartReader reader = new MediaPartReader();
    try (JsonParser in = JsonStreams.parser(json)) {
      in.nextToken();
      reader.collect(in);
    }
    try {
      Media media = reader.media();
      MediaPart part = media == null ? null : new MediaPart(media);
      return part != null && json.equals(json(part)) ? part : null;
    } catch (IllegalArgumentException e) {
      return null; // It goes on as it came, and the provider decides.
    }
  }

  /** Takes the texts of an object and of those in it; their names are all different. */
  private void collect(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken token = in.nextToken();
      if (token == JsonToken.START_OBJECT) {
        collect(in);
      } else if (token == JsonToken.VALUE_STRING) {
        texts.put(name, in.getString());
      } else {
        in.skipChildren();
      }
    }
  }

  private @Nullable Media media() {
    return switch (text("type")) {
      case "image_url" -> image();
      case "file" -> Document.of(URI.create(text("file_data"))).withFileName(text("filename"));
      case "input_audio" ->
          Audio.of(Base64.getDecoder().decode(text("data")), "audio/" + text("format"));
      case "video_url" -> Video.of(URI.create(text("url")));
      default -> null;
    };
  }

  private Image image() {
    Image image = Image.of(URI.create(text("url")));
    String detail = texts.get("detail");
    return detail == null ? image : image.withDetail(detail);
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private static String json(MediaPart part) {
    StringWriter text = new StringWriter(part.size());
    try (JsonGenerator out = JsonStreams.generator(text)) {
      part.write(out);
    }
    return text.toString();
  }
}
