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

  private final String text;
  private final JsonScanner scanner;
  private final List<Span> fenced = new ArrayList<>();
  private final List<Span> loose = new ArrayList<>();

  /** Whether a code block is open that is not JSON. */
  private boolean inOtherBlock;

  private boolean brokenBlock;
  private boolean broken;

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

  /** JSON in code blocks of their own; none if another block has JSON that is broken. */
  List<Span> fenced() {
    return brokenBlock ? List.of() : fenced;
  }

  /** JSON in the middle of other text; none if there is more JSON that is broken. */
  List<Span> loose() {
    return broken ? List.of() : loose;
  }

  /** The longest of them, or null if there are none. */
  @Nullable Span longest() {
    List<Span> all = new ArrayList<>(fenced());
    all.addAll(loose());
    Span longest = null;
    for (Span span : all) {
      if (longest == null || span.end() - span.start() > longest.end() - longest.start()) {
        longest = span;
      }
    }
    return longest;
  }

  private int step(int at) {
    return switch (text.charAt(at)) {
      case '{', '[' -> json(at, at);
      case '`', '~' -> fence(at);
      default -> at + 1;
    };
  }

  private int json(int at, int outerStart) {
    boolean inBlock = outerStart < at;
    int end = scanner.end(at);
    if (end == JsonScanner.NONE) {
      // At the beginning of a block, or with a member's name, it was meant to be JSON.
      brokenBlock |= inBlock;
      broken |= inBlock || scanner.sawMember() || scanner.isTooDeep();
      inOtherBlock |= inBlock;
      return Math.max(scanner.failedAt(), at + 1);
    }
    if (fenced.size() + loose.size() == MOST) {
      brokenBlock = true;
      broken = true;
      return text.length();
    }
    int outerEnd = inBlock ? fenceEnd(outerStart, end) : NO_FENCE;
    if (outerEnd == NO_FENCE) {
      inOtherBlock |= inBlock;
      loose.add(new Span(at, end, at, end));
      return end;
    }
    inOtherBlock = false;
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
    if (inOtherBlock && endsLine(opened)) {
      inOtherBlock = false;
      return opened;
    }
    int start = skipSpace(skipWord(opened));
    if (start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[')) {
      return json(start, at);
    }
    inOtherBlock = true;
    return opened;
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

  private boolean endsLine(int at) {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
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
