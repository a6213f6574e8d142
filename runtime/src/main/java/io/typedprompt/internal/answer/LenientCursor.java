package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;

/** A place in a text that is read as JSON with mistakes, and what was repaired up to there. */
final class LenientCursor {
  final String text;
  final int limit;
  final Findings findings;
  int at;

  /**
   * @param start where to begin
   * @param limit where to end, exclusive
   */
  LenientCursor(String text, int start, int limit, Findings findings) {
    this.text = text;
    this.limit = limit;
    this.findings = findings;
    this.at = start;
  }

  boolean isAtEnd() {
    return at >= limit;
  }

  /** The character here; zero at the end. */
  char current() {
    return at(at);
  }

  /** The character there; zero behind the end. */
  char at(int index) {
    return index < limit ? text.charAt(index) : 0;
  }

  boolean startsWith(String part) {
    return at + part.length() <= limit && text.startsWith(part, at);
  }

  /** The next place from there that has no white space. */
  int afterSpace(int from) {
    int next = from;
    while (next < limit && Blank.is(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Goes over white space and comments. */
  void skipBlank(Place place) {
    skipSpace(place);
    while (isComment(at)) {
      int start = at;
      at = afterComment();
      repair(place, RepairKind.COMMENT, start);
      skipSpace(place);
    }
  }

  private void skipSpace(Place place) {
    boolean foreign = false;
    while (at < limit && Blank.is(text.charAt(at))) {
      foreign |= " \n\r\t".indexOf(text.charAt(at)) < 0;
      at++;
    }
    if (foreign) {
      findings.repair(place.pointer(), RepairKind.WHITE_SPACE, "");
    }
  }

  /** Whether a comment begins there. */
  boolean isComment(int from) {
    char c = at(from);
    return c == '#' || (c == '/' && (at(from + 1) == '/' || at(from + 1) == '*'));
  }

  private int afterComment() {
    boolean block = at(at + 1) == '*' && current() == '/';
    int end = block ? text.indexOf("*/", at + 2) : lineEnd(at);
    if (end < 0 || end >= limit) {
      return limit;
    }
    return block ? Math.min(limit, end + 2) : end;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Notes a repair of the text from there to here. */
  void repair(Place place, RepairKind kind, int start) {
    if (findings.hasRoom()) {
      int end = Math.min(limit, Math.max(at, start));
      findings.repair(place.pointer(), kind, Excerpt.of(text.substring(start, end)));
    } else {
      findings.repair("", kind, "");
    }
  }

  Broken mistake() {
    return new Broken(isAtEnd() ? Broken.Reason.CUT : Broken.Reason.MISTAKE);
  }
}
