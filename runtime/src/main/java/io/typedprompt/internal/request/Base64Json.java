package io.typedprompt.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;

/** Writes bytes as a JSON string in Base64, piece by piece: they are nowhere a second time. */
final class Base64Json {
  /** A multiple of three, so that only the last piece is padded. */
  private static final int PIECE = 6144;

  private Base64Json() {}

  /** How long the Base64 of so many bytes is. */
  static int length(int bytes) {
    return (int) Math.min(Integer.MAX_VALUE / 2, (bytes + 2L) / 3 * 4);
  }

  /**
   * Writes a string value.
   *
   * @param prefix the beginning of the string, which JSON need not escape
   */
  static void write(JsonGenerator out, String prefix, InputStream bytes) {
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] piece = new byte[PIECE];
    byte[] encoded = new byte[length(PIECE)];
    char[] text = new char[encoded.length];
    out.writeRawValue('"' + prefix);
    try {
      for (int count; (count = bytes.readNBytes(piece, 0, PIECE)) > 0; ) {
        byte[] whole = count == PIECE ? piece : Arrays.copyOf(piece, count);
        int length = encoder.encode(whole, encoded);
        for (int i = 0; i < length; i++) {
          text[i] = (char) encoded[i];
        }
        out.writeRaw(text, 0, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
    out.writeRaw('"');
  }
}
