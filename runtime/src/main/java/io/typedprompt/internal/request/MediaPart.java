package io.typedprompt.internal.request;

import io.typedprompt.Audio;
import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.Media;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An image or its like, in the shape that the API has for its kind.
 *
 * @param media what is shown
 */
public record MediaPart(Media media) implements ContentPart {
  private static final int AROUND = 256;

  /** Gives a document a name: providers that take files themselves want one. */
  public MediaPart {
    Objects.requireNonNull(media, "media");
    if (media instanceof Document document) {
      media = document.withFileName(fileName(document));
    }
  }

  @Override
  public String text() {
    return "";
  }

  @Override
  public int size() {
    URI uri = media.uri().orElse(null);
    return AROUND + (uri == null ? Base64Json.length(media.size()) : uri.toString().length());
  }

  @Override
  public void write(JsonGenerator out) {
    if (media instanceof Image image) {
      begin(out, "image_url");
      content(out, "url");
      optional(out, "detail", image.detail().orElse(null));
    } else if (media instanceof Document document) {
      begin(out, "file");
      optional(out, "filename", document.fileName().orElse(null));
      content(out, "file_data");
    } else if (media instanceof Audio audio) {
      begin(out, "input_audio");
      out.writeName("data");
      Base64Json.write(out, "", audio.open());
      out.writeStringProperty("format", audio.format());
    } else {
      begin(out, "video_url");
      content(out, "url");
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void begin(JsonGenerator out, String type) {
    out.writeStartObject();
    out.writeStringProperty("type", type);
    out.writeName(type);
    out.writeStartObject();
  }

  /** The address, or the content as a {@code data:} URL. */
  private void content(JsonGenerator out, String name) {
    URI uri = media.uri().orElse(null);
    if (uri != null) {
      out.writeStringProperty(name, uri.toString());
      return;
    }
    out.writeName(name);
    Base64Json.write(out, "data:" + media.mediaType().orElse("") + ";base64,", media.open());
  }

  private static void optional(JsonGenerator out, String name, @Nullable String value) {
    if (value != null) {
      out.writeStringProperty(name, value);
    }
  }

  private static String fileName(Document document) {
    String given = document.fileName().orElse("");
    if (!given.isEmpty()) {
      return given;
    }
    URI uri = document.uri().orElse(null);
    String path = uri == null || uri.getPath() == null ? "" : uri.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (!last.isEmpty()) {
      return last;
    }
    return document.mediaType().orElse("application/pdf").equals("application/pdf")
        ? "document.pdf"
        : "document";
  }

  /** What it is, without the content. */
  @Override
  public String toString() {
    return media.toString();
  }
}
