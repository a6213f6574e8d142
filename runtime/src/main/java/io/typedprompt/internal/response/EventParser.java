package io.typedprompt.internal.response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Takes server-sent events out of bytes, however the network cut them. Lines end in {@code \n},
 * {@code \r\n} or {@code \r}; only their {@code data} counts here, and comments are passed over. A
 * body that is plain JSON in spite of its type becomes one event.
 */
public final class EventParser {
  /** More than any event; a server that sends a line without end must not fill the memory. */
  private static final int MAX_BYTES = 64 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Queue<String> events = new ArrayDeque<>();
  private final StringBuilder data = new StringBuilder();
  private byte[] line = new byte[1024];
  private int length;
  private boolean afterReturn;
  private boolean firstLine = true;
  private boolean hasData;
  private boolean seenData;
  private boolean plainJson;

  /** The data of the next event that is complete; null if there is none yet. */
  public @Nullable String next() {
    return events.poll();
  }

  /** Whether the body is JSON and no stream of events; its text then comes after {@link #end}. */
  public boolean isPlainJson() {
    return plainJson;
  }

  /**
   * Takes the next bytes.
   *
   * @throws IOException if an event is too large
   */
  public void feed(byte[] bytes, int count) throws IOException {
    int start = 0;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      boolean secondHalf = b == '\n' && afterReturn;
      afterReturn = b == '\r';
      if (secondHalf) {
        start = i + 1;
      } else if (b == '\n' || b == '\r') {
        append(bytes, start, i);
        endLine();
        start = i + 1;
      }
    }
    append(bytes, start, count);
  }

  /** There are no more bytes: what has come is complete, also without an empty line after it. */
  public void end() {
    if (length > 0) {
      endLine();
    }
    endEvent();
  }

  private void append(byte[] bytes, int from, int to) throws IOException {
    int added = to - from;
    if ((long) data.length() + length + added > MAX_BYTES) {
      throw new IOException("an event is larger than " + MAX_BYTES + " bytes");
    }
    if (length + added > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + added));
    }
    System.arraycopy(bytes, from, line, length, added);
    length += added;
  }

  /** A whole line is decoded at once, so no character is ever cut. */
  private void endLine() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    if (firstLine && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    firstLine = false;
    plainJson |= !seenData && text.startsWith("{");
    if (plainJson) {
      addData(text);
    } else if (text.isEmpty()) {
      endEvent();
    } else {
      field(text);
    }
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    if (name.equals("data")) {
      String value = colon < 0 ? "" : text.substring(colon + 1);
      addData(value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void addData(String value) {
    if (hasData) {
      data.append('\n');
    }
    data.append(value);
    hasData = true;
    seenData = true;
  }

  private void endEvent() {
    if (hasData) {
      events.add(data.toString());
      data.setLength(0);
      hasData = false;
    }
  }
}
