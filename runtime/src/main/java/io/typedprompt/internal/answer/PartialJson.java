package io.typedprompt.internal.answer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a JSON object that is certain while its text is still coming: a number may go on, an
 * enum's constant may become another one, but what is behind them in the text no longer changes. It
 * gives up at whatever is not JSON.
 */
public final class PartialJson {
  private static final String SCALARS = "+-.0123456789eEtruefalsn";

  /** So often braces in prose or thinking are taken for the beginning. */
  private static final int MAX_FALSE_STARTS = 16;

  private enum State {
    SEEKING,
    FIRST_NAME,
    NAME,
    IN_NAME,
    COLON,
    FIRST_VALUE,
    VALUE,
    IN_STRING,
    IN_SCALAR,
    AFTER_VALUE,
    ENDED,
    LOST
  }

  /** An object or array that is open, and in an object the name of the member being read. */
  private static final class Level {
    private final boolean isObject;
    private String name = "";

    private Level(boolean isObject) {
      this.isObject = isObject;
    }
  }

  private final StringBuilder head = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Level> levels = new ArrayDeque<>();
  private State state = State.SEEKING;
  private int falseStarts;
  private int certain;
  private int tokenStart;
  private int escapeStart;

  /** A text of which nothing has come yet. */
  public PartialJson() {}

  /** Goes on with the next piece of the text. */
  public void feed(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (state == State.LOST || state == State.ENDED) {
        return;
      }
      if (state == State.SEEKING) {
        seek(c);
      } else {
        text.append(c);
        accept(c);
      }
    }
  }

  /**
   * What is certain, as JSON of its own.
   *
   * @param texts where strings may be cut off: pointers to them, with {@code *} for an index; any
   *     other string is left out until it has come whole
   * @return null if there is nothing yet, or what came is not JSON
   */
  public @Nullable String certain(Set<String> texts) {
    if (state == State.SEEKING || state == State.LOST) {
      return null;
    }
    StringBuilder json = new StringBuilder(text.length() + 16);
    json.append(text, 0, certain);
    if (state == State.IN_STRING && texts.contains(pointer())) {
      json.append(text, certain, wholeCharacters()).append('"');
    }
    for (Level level : levels) {
      json.append(level.isObject ? '}' : ']');
    }
    return json.toString();
  }

  private void seek(char c) {
    head.append(c);
    if (c != '{') {
      return;
    }
    if (ThinkingTags.isOpenAtEnd(head.toString())) {
      falseStart();
      return;
    }
    text.setLength(0);
    text.append(c);
    open(true);
  }

  private void falseStart() {
    levels.clear();
    state = ++falseStarts == MAX_FALSE_STARTS ? State.LOST : State.SEEKING;
  }

  private void accept(char c) {
    switch (state) {
      case FIRST_NAME -> firstName(c);
      case NAME -> name(c);
      case COLON -> colon(c);
      case FIRST_VALUE -> firstValue(c);
      case VALUE -> value(c);
      case IN_NAME, IN_STRING -> string(c);
      case IN_SCALAR -> scalar(c);
      default -> afterValue(c);
    }
  }

  private void firstName(char c) {
    if (c == '}') {
      close(c);
    } else if (c != '"' && !isSpace(c) && levels.size() == 1) {
      head.append(text, 1, text.length());
      falseStart();
    } else {
      name(c);
    }
  }

  private void name(char c) {
    if (c == '"') {
      begin(State.IN_NAME);
    } else if (!isSpace(c)) {
      state = State.LOST;
    }
  }

  private void colon(char c) {
    if (c == ':') {
      state = State.VALUE;
    } else if (!isSpace(c)) {
      state = State.LOST;
    }
  }

  private void firstValue(char c) {
    if (c == ']') {
      close(c);
    } else {
      value(c);
    }
  }

  private void value(char c) {
    if (c == '"') {
      begin(State.IN_STRING);
    } else if (c == '{' || c == '[') {
      open(c == '{');
    } else if (SCALARS.indexOf(c) >= 0) {
      begin(State.IN_SCALAR);
    } else if (!isSpace(c)) {
      state = State.LOST;
    }
  }

  private void begin(State token) {
    state = token;
    tokenStart = text.length() - 1;
    escapeStart = -1;
  }

  private void open(boolean isObject) {
    if (levels.size() == JsonScanner.MAX_DEPTH) {
      state = State.LOST;
      return;
    }
    levels.push(new Level(isObject));
    state = isObject ? State.FIRST_NAME : State.FIRST_VALUE;
    certain = text.length();
  }

  private void close(char c) {
    if (levels.element().isObject != (c == '}')) {
      state = State.LOST;
      return;
    }
    levels.pop();
    certain = text.length();
    state = levels.isEmpty() ? State.ENDED : State.AFTER_VALUE;
  }

  private void string(char c) {
    if (escapeStart >= 0) {
      escape();
    } else if (c == '\\') {
      escapeStart = text.length() - 1;
    } else if (c == '"') {
      endString();
    }
  }

  /** An escape is over with its second character, or with the sixth of a code. */
  private void escape() {
    int length = text.length() - escapeStart;
    if (length == 6 || text.charAt(escapeStart + 1) != 'u') {
      escapeStart = -1;
    }
  }

  private void endString() {
    if (state == State.IN_NAME) {
      levels.element().name = text.substring(tokenStart + 1, text.length() - 1);
      state = State.COLON;
    } else {
      certain = text.length();
      state = State.AFTER_VALUE;
    }
  }

  private void scalar(char c) {
    if (SCALARS.indexOf(c) < 0) {
      certain = text.length() - 1;
      state = State.AFTER_VALUE;
      afterValue(c);
    }
  }

  private void afterValue(char c) {
    if (c == ',') {
      state = levels.element().isObject ? State.NAME : State.VALUE;
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (!isSpace(c)) {
      state = State.LOST;
    }
  }

  /** The end of what can be shown of a string: neither half an escape nor half a character. */
  private int wholeCharacters() {
    int end = escapeStart >= 0 ? escapeStart : text.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      return end - 1;
    }
    int code = end - 6;
    boolean half =
        code > tokenStart
            && beginsEscape(code)
            && text.charAt(code + 1) == 'u'
            && "dD".indexOf(text.charAt(code + 2)) >= 0
            && "89abAB".indexOf(text.charAt(code + 3)) >= 0;
    return half ? code : end;
  }

  /** A backslash begins an escape unless it is the second character of one. */
  private boolean beginsEscape(int at) {
    int first = at;
    while (text.charAt(first) == '\\') {
      first--;
    }
    return (at - first) % 2 == 1;
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
      Level level = outermost.next();
      pointer.append('/').append(level.isObject ? level.name : "*");
    }
    return pointer.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
