package io.typedprompt.internal.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code data:} URI says.
 *
 * @param mediaType its media type; null if it names none
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // Made and taken apart at once, never compared.
public record DataUri(@Nullable String mediaType, byte[] bytes) {
  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";

  /** Whether a text begins like one. */
  public static boolean isOne(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * Takes a URI apart.
   *
   * @throws IllegalArgumentException if it is not as it must be
   */
  public static DataUri parse(String uri) {
    int comma = uri.indexOf(',');
    if (!isOne(uri) || comma < 0) {
      throw new IllegalArgumentException(
          "A data: URI is written as data:image/png;base64,..., but this one has no comma.");
    }
    String head = uri.substring(SCHEME.length(), comma);
    boolean base64 = head.toLowerCase(Locale.ROOT).endsWith(BASE64);
    int end = head.indexOf(';');
    String type = end < 0 ? head : head.substring(0, end);
    byte[] bytes = base64 ? base64(uri, comma + 1) : percent(uri, comma + 1);
    return new DataUri(type.isBlank() ? null : type, bytes);
  }

  private static byte[] base64(String uri, int start) {
    String text =
        uri.indexOf('%', start) < 0 ? uri : new String(percent(uri, 0), StandardCharsets.UTF_8);
    String data = text.substring(text.indexOf(',') + 1).strip();
    try {
      boolean urlSafe = data.indexOf('-') >= 0 || data.indexOf('_') >= 0;
      return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(data);
    } catch (IllegalArgumentException e) {
      // Its message would quote the content.
      throw new IllegalArgumentException("The content of the data: URI is not Base64.");
    }
  }

  private static byte[] percent(String uri, int start) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length() - start);
    for (int i = start; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c == '%' && i + 2 < uri.length()) {
        int high = Character.digit(uri.charAt(i + 1), 16);
        int low = Character.digit(uri.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          bytes.write(high * 16 + low);
          i += 2;
          continue;
        }
      }
      bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
