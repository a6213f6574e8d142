package io.typedprompt.internal.response;

import io.typedprompt.Image;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/**
 * What an answer, or a piece of one, has beside its text.
 *
 * @param images pictures
 * @param sound a recording in Base64, or the next piece of it; empty if there is none
 */
public record AnswerMedia(List<Image> images, String sound) {
  static final AnswerMedia NONE = new AnswerMedia(List.of(), "");

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return images.isEmpty() && sound.isEmpty();
  }

  /**
   * The bytes of the whole recording, or none if it cannot be read. Some providers cut one long
   * text into pieces, others encode piece by piece, so that there is padding in the middle.
   */
  public byte[] soundBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sound.length() / 4 * 3);
    int start = 0;
    while (start < sound.length()) {
      int end = sound.indexOf('=', start);
      end = end < 0 ? sound.length() : end;
      try {
        bytes.writeBytes(Base64.getDecoder().decode(sound.substring(start, end)));
      } catch (IllegalArgumentException e) {
        return new byte[0];
      }
      start = end;
      while (start < sound.length() && sound.charAt(start) == '=') {
        start++;
      }
    }
    return bytes.toByteArray();
  }
}
