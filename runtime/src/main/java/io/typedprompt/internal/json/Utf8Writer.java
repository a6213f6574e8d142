package io.typedprompt.internal.json;

import java.io.Writer;
import java.util.Arrays;

/**
 * Collects text as UTF-8. Half of a surrogate pair becomes a question mark, as in {@code
 * String.getBytes}; Jackson's own generator of bytes would write what no server takes.
 */
public final class Utf8Writer extends Writer {
  private static final int MOST_BYTES = 4;

  private byte[] bytes;
  private int length;

  /** The first half of a pair whose second is to come, perhaps in the next piece; 0 if none is. */
  private char high;

  /**
   * @param size about how many bytes there will be
   */
  public Utf8Writer(int size) {
    bytes = new byte[size + MOST_BYTES];
  }

  @Override
  public void write(char[] text, int start, int count) {
    int end = start + count;
    for (int i = start; i < end; i++) {
      if (bytes.length - length < MOST_BYTES) {
        bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2 + MOST_BYTES));
      }
      char c = text[i];
      if (high != 0) {
        endPair(c);
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        encode(c);
      }
    }
  }

  private void endPair(char c) {
    int pair = Character.toCodePoint(high, c);
    high = 0;
    if (Character.isLowSurrogate(c)) {
      bytes[length++] = (byte) (0xf0 | (pair >> 18));
      encodeRest(pair >> 12);
      encodeRest(pair >> 6);
      encodeRest(pair);
    } else {
      bytes[length++] = '?';
      encode(c);
    }
  }

  private void encode(char c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
      encodeRest(c);
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (Character.isLowSurrogate(c)) {
      bytes[length++] = '?';
    } else {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      encodeRest(c >> 6);
      encodeRest(c);
    }
  }

  private void encodeRest(int bits) {
    bytes[length++] = (byte) (0x80 | (bits & 0x3f));
  }

  @Override
  public void flush() {
    // There is nobody to hand anything on to.
  }

  @Override
  public void close() {
    if (high != 0) {
      high = 0;
      bytes = Arrays.copyOf(bytes, length + 1);
      bytes[length++] = '?';
    }
  }

  /** What was written, once it is closed. */
  public byte[] toByteArray() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
