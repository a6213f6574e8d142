package io.typedprompt.internal.response;

import io.typedprompt.Image;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code images} and {@code audio} of a message or a delta. What is no picture or no sound is
 * passed over: the rest of the answer is paid for, too.
 */
final class MediaReader {
  private final List<Image> images = new ArrayList<>();
  private String sound = "";

  /** What the sound says, in words. */
  @Nullable String transcript;

  AnswerMedia media() {
    return images.isEmpty() && sound.isEmpty() ? AnswerMedia.NONE : new AnswerMedia(images, sound);
  }

  void readImages(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Image image = image(url(in, "image_url"));
      if (image != null) {
        images.add(image);
      }
    }
  }

  /** A text, or the text in an object under this name, or under "url". */
  private static @Nullable String url(JsonParser in, String member) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return JsonValues.filledText(in);
    }
    String url = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals(member) || name.equals("url")) {
        url = url(in, "url");
      } else {
        in.skipChildren();
      }
    }
    return url;
  }

  private static @Nullable Image image(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      return Image.of(new URI(url));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  void readAudio(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "data" -> {
          String data = JsonValues.filledText(in);
          sound = data == null ? "" : data;
        }
        case "transcript" -> transcript = JsonValues.text(in);
        default -> in.skipChildren();
      }
    }
  }
}
