package io.typedprompt.processor.template;

import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of a text, in order. It follows the tags that set delimiters, and reports tags
 * without an end; where their name can be told, they are read as if they ended after it.
 *
 * <p>Takes time in proportion to the text: a search for a delimiter is never repeated.
 */
final class TagScanner {
  private static final int NONE = Integer.MAX_VALUE;

  private final TemplateText source;
  private final String text;
  private final TextProblems problems;
  private Delimiters delimiters = Delimiters.DEFAULT;
  private int position;
  private int nextOpen = -1;
  private int nextClose = -1;
  private boolean gaveUp;

  TagScanner(TemplateText source, TextProblems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** The next tag, or null after the last one. */
  @Nullable Tag next() {
    while (!gaveUp) {
      int start = findOpen(position);
      if (start == NONE) {
        return null;
      }
      Tag tag = scan(start);
      if (tag != null) {
        position = tag.end();
        return tag;
      }
    }
    return null;
  }

  /**
   * Whether the rest of the text was left unread, since after a mistake it cannot be known what in
   * it is a tag.
   */
  boolean gaveUp() {
    return gaveUp;
  }

  /** The delimiters at this place of the text. */
  Delimiters delimiters() {
    return delimiters;
  }

  private @Nullable Tag scan(int start) {
    int afterOpen = start + delimiters.open().length();
    int sigil = skipWhitespace(afterOpen, text.length());
    boolean plain = sigil == text.length() || text.startsWith(delimiters.close(), sigil);
    TagType type = plain ? TagType.VARIABLE : TagType.startingWith(text.charAt(sigil));
    return switch (type) {
      case VARIABLE -> named(type, start, afterOpen);
      case TRIPLE -> triple(start, sigil + 1);
      case COMMENT -> comment(start, sigil + 1);
      case DELIMITERS -> setDelimiters(start, sigil + 1);
      default -> named(type, start, sigil + 1);
    };
  }

  private @Nullable Tag named(TagType type, int start, int contentStart) {
    int close = findClose(contentStart);
    if (isBroken(contentStart, close)) {
      return broken(type, start, contentStart);
    }
    return tag(type, start, contentStart, close, close + delimiters.close().length());
  }

  private @Nullable Tag triple(int start, int contentStart) {
    int close = findClose(contentStart);
    if (isBroken(contentStart, close)) {
      return broken(TagType.TRIPLE, start, contentStart);
    }
    int end = close + delimiters.close().length();
    if (text.startsWith("}" + delimiters.close(), close)) {
      return tag(TagType.TRIPLE, start, contentStart, close, end + 1);
    }
    if (close > contentStart && text.charAt(close - 1) == '}') {
      return tag(TagType.TRIPLE, start, contentStart, close - 1, end);
    }
    // Whatever else is wrong with it is found when the name is read.
    if (skipWhitespace(nameEnd(contentStart, close), close) == close) {
      problems.unclosedTriple(source.span(start, end), delimiters);
    }
    return tag(TagType.VARIABLE, start, contentStart, close, end);
  }

  private @Nullable Tag comment(int start, int contentStart) {
    int close = findClose(contentStart);
    if (close == NONE) {
      problems.unclosedComment(source.span(start, endOfLine(start, text.length())), delimiters);
      gaveUp = true;
      return null;
    }
    return tag(TagType.COMMENT, start, contentStart, close, close + delimiters.close().length());
  }

  private @Nullable Tag setDelimiters(int start, int contentStart) {
    int openStart = skipWhitespace(contentStart, text.length());
    int openEnd = delimiterEnd(openStart);
    int closeStart = skipWhitespace(openEnd, text.length());
    int closeEnd = delimiterEnd(closeStart);
    int equals = skipWhitespace(closeEnd, text.length());
    boolean two = openStart < openEnd && openEnd < closeStart && closeStart < closeEnd;
    if (two && text.startsWith("=" + delimiters.close(), equals)) {
      Tag tag =
          tag(
              TagType.DELIMITERS,
              start,
              contentStart,
              equals,
              equals + 1 + delimiters.close().length());
      change(text.substring(openStart, openEnd), text.substring(closeStart, closeEnd));
      return tag;
    }
    int close = findClose(contentStart);
    int end = endOfLine(start, close == NONE ? text.length() : close + delimiters.close().length());
    problems.malformedDelimiters(source.span(start, end), delimiters);
    gaveUp = true;
    return null;
  }

  /**
   * A tag without an end, up to which a reader would still see it: the end of its line, or the next
   * tag.
   */
  private @Nullable Tag broken(TagType type, int start, int contentStart) {
    int limit = Math.min(findOpen(contentStart), text.length());
    int nameStart = skipWhitespace(contentStart, limit);
    int nameEnd = nameEnd(contentStart, limit);
    int lineEnd = endOfLine(nameEnd, limit);
    if (nameStart == nameEnd) {
      position = lineEnd;
      problems.literalBraces(source.span(start, lineEnd), delimiters);
      return null;
    }
    int rest = skipWhitespace(nameEnd, lineEnd);
    boolean onlyName = rest == lineEnd || text.charAt(rest) == delimiters.close().charAt(0);
    problems.unclosedTag(source.span(start, nameEnd), delimiters, onlyName);
    return tag(type, start, contentStart, nameEnd, nameEnd);
  }

  private boolean isBroken(int contentStart, int close) {
    if (close == NONE) {
      return true;
    }
    boolean sameDelimiters = delimiters.open().equals(delimiters.close());
    if (!sameDelimiters && findOpen(contentStart) < close) {
      return true;
    }
    int from = skipWhitespace(contentStart, close);
    int line = endOfLine(from, close);
    return skipWhitespace(line, close) < close;
  }

  private Tag tag(TagType type, int start, int contentStart, int contentEnd, int end) {
    int from = skipWhitespace(contentStart, contentEnd);
    int to = contentEnd;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Tag(type, source.span(start, end), source.span(from, to), delimiters);
  }

  private void change(String open, String close) {
    delimiters = new Delimiters(open, close);
    nextOpen = -1;
    nextClose = -1;
  }

  private int findOpen(int from) {
    if (nextOpen < from) {
      nextOpen = find(delimiters.open(), from);
    }
    return nextOpen;
  }

  private int findClose(int from) {
    if (nextClose < from) {
      nextClose = find(delimiters.close(), from);
    }
    return nextClose;
  }

  private int find(String delimiter, int from) {
    int found = text.indexOf(delimiter, from);
    return found < 0 ? NONE : found;
  }

  /** The end of what can be a name at the start of a tag's content, without dots after it. */
  private int nameEnd(int contentStart, int limit) {
    int nameStart = skipWhitespace(contentStart, limit);
    int end = nameStart;
    for (int at = nameStart; at < limit; ) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (TemplateName.isSegmentPart(codePoint)) {
        end = at;
      } else if (codePoint != '.' && codePoint != '/') {
        break;
      }
    }
    return end;
  }

  private int delimiterEnd(int from) {
    int at = from;
    while (at < text.length()
        && text.charAt(at) != '='
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int skipWhitespace(int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfLine(int from, int limit) {
    int at = from;
    while (at < limit && text.charAt(at) != '\n') {
      at++;
    }
    return at > from && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }
}
