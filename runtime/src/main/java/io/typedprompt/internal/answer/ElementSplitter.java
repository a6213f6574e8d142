package io.typedprompt.internal.answer;

import java.util.List;

/**
 * Cuts the elements of a list out of an answer that is still being written: {@code {"value":[…]}}
 * with whatever stands before and after it, or the list alone. It only looks for where elements
 * end, and gives up at anything that is not JSON: a reader of the whole answer knows more then.
 *
 * <p>The same text gives the same elements, however it is cut into pieces.
 */
public final class ElementSplitter {
  private static final String OPENING = "{\"value\":[";
  private static final int AFTER_BRACE = 1;
  private static final int AFTER_NAME = 8;
  private static final String OUTSIDE_STRINGS = "{}[],:\"+-.0123456789eEtruefalsn \n\r\t";

  /** So often thinking may hold what looks like the beginning of the answer. */
  private static final int MAX_FALSE_STARTS = 16;

  private enum State {
    SEEKING,
    BEFORE_ELEMENT,
    IN_SCALAR,
    IN_VALUE,
    AFTER_ELEMENT,
    OVER
  }

  private final StringBuilder head = new StringBuilder();
  private final StringBuilder element = new StringBuilder();
  private State state = State.SEEKING;
  private boolean blank = true;
  private int matched;
  private int falseStarts;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /** A splitter of an answer of which nothing has come yet. */
  public ElementSplitter() {}

  /**
   * Goes on with the next piece of the answer.
   *
   * @param elements gets the JSON of the elements that it completes
   */
  public void feed(String piece, List<String> elements) {
    for (int i = 0; i < piece.length() && state != State.OVER; i++) {
      accept(piece.charAt(i), elements);
    }
  }

  /** Sees no further elements: the next one would not be what a reader of the whole makes of it. */
  public void giveUp() {
    state = State.OVER;
  }

  /**
   * Whether a whole answer is one JSON value and nothing else: then a reader of all of it sees the
   * elements that a splitter has seen.
   */
  public static boolean isPlain(String answer) {
    String text = answer.strip();
    return new JsonScanner(text).end(0) == text.length();
  }

  private void accept(char c, List<String> elements) {
    switch (state) {
      case SEEKING -> seek(c);
      case BEFORE_ELEMENT -> begin(c);
      case IN_SCALAR -> scalar(c, elements);
      case IN_VALUE -> value(c, elements);
      case AFTER_ELEMENT -> after(c);
      case OVER -> {}
    }
  }

  private void seek(char c) {
    boolean first = c == '[' && blank;
    blank &= isSpace(c);
    head.append(c);
    if (first) {
      state = State.BEFORE_ELEMENT;
    } else if (c == OPENING.charAt(matched)) {
      matched++;
    } else if (!isSpace(c) || (matched != AFTER_BRACE && matched < AFTER_NAME)) {
      matched = c == '{' ? AFTER_BRACE : 0;
    }
    if (matched == OPENING.length()) {
      matched = 0;
      start();
    }
  }

  private void start() {
    if (!ThinkingTags.isOpenAtEnd(head.toString())) {
      state = State.BEFORE_ELEMENT;
    } else if (++falseStarts == MAX_FALSE_STARTS) {
      giveUp();
    }
  }

  private void begin(char c) {
    if (isSpace(c)) {
      return;
    }
    element.setLength(0);
    element.append(c);
    inString = c == '"';
    escaped = false;
    depth = c == '{' || c == '[' ? 1 : 0;
    if (inString || depth > 0) {
      state = State.IN_VALUE;
    } else if (isScalarPart(c)) {
      state = State.IN_SCALAR;
    } else {
      giveUp();
    }
  }

  private void scalar(char c, List<String> elements) {
    if (isScalarPart(c)) {
      element.append(c);
    } else {
      end(elements);
      after(c);
    }
  }

  private static boolean isScalarPart(char c) {
    return !isSpace(c) && "{}[],:\"".indexOf(c) < 0 && OUTSIDE_STRINGS.indexOf(c) >= 0;
  }

  private void value(char c, List<String> elements) {
    element.append(c);
    if (inString) {
      inString = c != '"' || escaped;
      escaped = c == '\\' && !escaped;
    } else if (c == '"') {
      inString = true;
    } else if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      depth--;
    } else if (OUTSIDE_STRINGS.indexOf(c) < 0) {
      giveUp();
      return;
    }
    if (!inString && depth == 0) {
      end(elements);
    }
  }

  private void end(List<String> elements) {
    elements.add(element.toString());
    state = State.AFTER_ELEMENT;
  }

  private void after(char c) {
    if (c == ',') {
      state = State.BEFORE_ELEMENT;
    } else if (!isSpace(c)) {
      // The end of the list, or something that is not JSON.
      giveUp();
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
