package io.typedprompt.internal.answer;

import io.typedprompt.internal.answer.LenientTexts.Where;

/**
 * Looks ahead in JSON with mistakes for what tells where a text ends. It looks no further than over
 * white space and one name.
 */
final class LenientAhead {
  /** The longest name that is recognized as one. */
  private static final int LONGEST_NAME = 200;

  private final LenientCursor in;
  private Where where = Where.ROOT;
  private boolean bareNames;
  private boolean inObject;
  private boolean inArray;

  LenientAhead(LenientCursor in) {
    this.in = in;
  }

  /** Tells where the text stands whose end is looked for. */
  void expect(Where textWhere, boolean namesAreBare, boolean objectIsOpen, boolean arrayIsOpen) {
    this.where = textWhere;
    this.bareNames = namesAreBare;
    this.inObject = objectIsOpen;
    this.inArray = arrayIsOpen;
  }

  /** Whether the quote there ends the string, and is not one that should have been escaped. */
  boolean isEnd(int quote) {
    int next = in.afterSpace(quote + 1);
    char c = in.at(next);
    if (next >= in.limit) {
      return true;
    }
    return switch (where) {
      case ROOT -> false;
      case NAME -> c == ':';
      case MEMBER -> isMemberEnd(quote, next, c);
      case ELEMENT -> isElementEnd(quote, next, c);
    };
  }

  /** Whether a quote that does not end the string may be the end or beginning of another. */
  boolean isDoubtful(int quote) {
    if (where == Where.NAME) {
      return !Character.isLetterOrDigit(in.at(quote + 1));
    }
    int before = quote - 1;
    while (Blank.is(in.at(before)) && before > quote - LONGEST_NAME) {
      before--;
    }
    return where == Where.ELEMENT && in.at(before) == ',' && in.at(quote) == '"';
  }

  /** Goes to the object that begins behind a literal, if one does. */
  boolean isRestart(int start) {
    int end = wordEnd(start);
    boolean restart = end > start && in.at(end) == '{' && BareWords.isPlain(in.text, start, end);
    if (restart) {
      in.at = end;
    }
    return restart;
  }

  private boolean isMemberEnd(int quote, int next, char c) {
    if (c == ',') {
      return isName(next + 1);
    }
    if (c == '}' || (c == ']' && inArray)) {
      return true;
    }
    boolean isSpaced = next > quote + 1;
    return isCommentAfterSpace(quote, next)
        || (hasNewLine(quote, next) && isName(next))
        || (isSpaced && isQuotedName(next));
  }

  private boolean isElementEnd(int quote, int next, char c) {
    if (c == ',') {
      return isElement(next + 1);
    }
    if (c == ']' || (c == '}' && inObject)) {
      return true;
    }
    return isCommentAfterSpace(quote, next) || (hasNewLine(quote, next) && LenientTexts.isQuote(c));
  }

  private boolean isCommentAfterSpace(int quote, int next) {
    return in.isComment(next) && (next > quote + 1 || in.at(next) == '/');
  }

  private boolean hasNewLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (in.at(i) == '\n' || in.at(i) == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Whether the name of a member comes there, or the end of the object. */
  private boolean isName(int from) {
    int next = in.afterSpace(from);
    char c = in.at(next);
    if (next >= in.limit || c == '}' || c == ',' || in.isComment(next)) {
      return true;
    }
    return LenientTexts.isQuote(c) ? isQuotedName(next) : isBareMember(next);
  }

  /** Whether a name without quotes comes there; among names with quotes its value must tell. */
  private boolean isBareMember(int from) {
    int colon = bareNameEnd(from);
    return colon > from && in.at(colon) == ':' && (bareNames || isValueStart(colon + 1));
  }

  /** Whether a name in quotes comes there, with its colon. */
  boolean isQuotedName(int from) {
    int start = in.afterSpace(from);
    char opener = in.at(start);
    if (!LenientTexts.isQuote(opener)) {
      return false;
    }
    for (int i = start + 1; i < in.limit && i <= start + LONGEST_NAME; i++) {
      if (in.at(i) == '\\') {
        i++;
      } else if (LenientTexts.closes(in.at(i), opener)) {
        int next = in.afterSpace(i + 1);
        return i > start + 1 && in.at(next) == ':';
      }
    }
    return false;
  }

  private boolean isBareName(int from) {
    int end = bareNameEnd(from);
    return end > from && in.at(end) == ':';
  }

  /** Where the name without quotes ends that begins there. */
  int bareNameEnd(int from) {
    int end = from;
    while (end < in.limit && end < from + LONGEST_NAME && isNamePart(in.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_-.$ \t".indexOf(c) >= 0;
  }

  private boolean isElement(int from) {
    int next = in.afterSpace(from);
    return next >= in.limit || in.at(next) == ']' || in.isComment(next) || isValueStart(next);
  }

  /** Whether a value comes there that is no word without quotes. */
  private boolean isValueStart(int from) {
    int next = in.afterSpace(from);
    char c = in.at(next);
    return c == '{'
        || c == '['
        || c == '-'
        || (c >= '0' && c <= '9')
        || LenientTexts.isQuote(c)
        || isLiteral(next, "true")
        || isLiteral(next, "false")
        || isLiteral(next, "null");
  }

  private boolean isLiteral(int from, String literal) {
    return in.text.startsWith(literal, from)
        && !Character.isLetterOrDigit(in.at(from + literal.length()));
  }

  /** Where a word ends that is followed by what can follow a value; its start if it is not. */
  int tokenEnd(int start, Where tokenWhere) {
    int end = wordEnd(start);
    int next = end;
    while (in.at(next) == ' ' || in.at(next) == '\t') {
      next++;
    }
    char c = in.at(next);
    if (c == ',') {
      // A comma in the middle of a number is not followed by a name.
      return tokenWhere == Where.ELEMENT || isAnyName(next + 1) ? end : start;
    }
    boolean ends =
        next >= in.limit
            || "}]\n\r".indexOf(c) >= 0
            || in.isComment(next)
            || (next > end && isQuotedName(next));
    return ends ? end : start;
  }

  /** Where the letters and digits end that begin there. */
  int wordEnd(int start) {
    int end = start;
    while (isTokenPart(in.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTokenPart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '+'
        || c == '.';
  }

  private boolean isAnyName(int from) {
    int next = in.afterSpace(from);
    char c = in.at(next);
    return next >= in.limit
        || c == '}'
        || c == ','
        || in.isComment(next)
        || isQuotedName(next)
        || isBareName(next);
  }

  /** Where a member's value without quotes ends: at the next member, or the object's end. */
  int memberEnd(int start) {
    int open = 0;
    int at = start;
    while (at < in.limit) {
      char c = in.at(at);
      if (c == '{') {
        open++;
      } else if (c == '}' && open-- == 0) {
        return at;
      } else if (c == ',' && open == 0 && isAnyName(at + 1)) {
        return at;
      } else if (c == '"' && Blank.is(in.at(at - 1)) && isQuotedName(at)) {
        return at;
      } else if (c == '\n') {
        int next = in.afterSpace(at);
        if (open == 0 && (in.at(next) == '}' || isQuotedName(next) || isBareName(next))) {
          return at;
        }
        at = next - 1;
      }
      at++;
    }
    return in.limit;
  }

  /** Where an element without quotes ends. */
  int elementEnd(int start) {
    int at = start;
    while (at < in.limit && ",]\n".indexOf(in.at(at)) < 0) {
      at++;
    }
    return at;
  }
}
