package io.typedprompt.internal.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places in a text, other than the whole of it, that are strict JSON objects or arrays, found
 * in one pass before anybody knows which of them is meant.
 */
final class Candidates {
  /** More than these are no answer. */
  private static final int MOST = 50;

  private static final int NO_FENCE = -1;

  /** JSON in a code block of its own. */
  final List<Span> fenced = new ArrayList<>();

  /** JSON in the middle of other text. */
  final List<Span> loose = new ArrayList<>();

  private final String text;
  private final JsonScanner scanner;
  private boolean ambiguous;

  /**
   * JSON in the text.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param outerStart where it begins with its fence, if it has one
   * @param outerEnd where it ends with its fence, if it has one
   */
  record Span(int start, int end, int outerStart, int outerEnd) {
    String in(String text) {
      return text.substring(start, end);
    }

    boolean isFenced() {
      return outerStart < start;
    }
  }

  private Candidates(String text) {
    this.text = text;
    this.scanner = new JsonScanner(text);
  }

  static Candidates in(String text) {
    Candidates candidates = new Candidates(text);
    int at = 0;
    while (at < text.length()) {
      at = candidates.step(at);
    }
    return candidates;
  }

  /**
   * Whether the text has JSON beside these that is broken, or more than anybody means. Then none of
   * the loose ones can be taken for the answer.
   */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** The longest, or null if there are none. */
  @Nullable Span longest() {
    Span longest = null;
    for (Span span : all()) {
      if (longest == null || span.end() - span.start() > longest.end() - longest.start()) {
        longest = span;
      }
    }
    return longest;
  }

  private List<Span> all() {
    List<Span> all = new ArrayList<>(fenced);
    all.addAll(loose);
    return all;
  }

  private int step(int at) {
    return switch (text.charAt(at)) {
      case '{', '[' -> json(at, at);
      case '`', '~' -> fence(at);
      default -> at + 1;
    };
  }

  private int json(int at, int outerStart) {
    int end = scanner.end(at);
    if (end == JsonScanner.NONE) {
      // Behind a fence, or with a member's name, it was meant to be JSON.
      ambiguous |= outerStart < at || scanner.sawMember() || scanner.isTooDeep();
      return Math.max(scanner.failedAt(), at + 1);
    }
    if (fenced.size() + loose.size() == MOST) {
      ambiguous = true;
      return text.length();
    }
    int outerEnd = outerStart < at ? fenceEnd(outerStart, end) : NO_FENCE;
    if (outerEnd == NO_FENCE) {
      loose.add(new Span(at, end, at, end));
      return end;
    }
    fenced.add(new Span(at, end, outerStart, outerEnd));
    return outerEnd;
  }

  /**
   * Reads the JSON of a code block. Where the block ends is decided by the JSON: a search for the
   * closing fence would stop at one inside a text of the JSON, or run on to that of another block.
   */
  private int fence(int at) {
    int opened = skip(at, text.charAt(at));
    if (opened - at < 3 || !beginsLine(at)) {
      return opened;
    }
    int start = skipSpace(skipWord(opened));
    boolean json =
        start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    return json ? json(start, at) : opened;
  }

  /** The end of the fence that follows JSON; the end of the text closes a block, too. */
  private int fenceEnd(int fenceStart, int jsonEnd) {
    int after = skipSpace(jsonEnd);
    if (after == text.length()) {
      return after;
    }
    char c = text.charAt(fenceStart);
    int end = skip(after, c);
    return end - after >= 3 ? end : NO_FENCE;
  }

  private boolean beginsLine(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
  }

  private int skip(int at, char c) {
    while (at < text.length() && text.charAt(at) == c) {
      at++;
    }
    return at;
  }

  private int skipWord(int at) {
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int skipSpace(int at) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
