package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;

/** Reads the texts of JSON with mistakes: strings in any quotes, and values and names without. */
final class LenientTexts {
  /** Where a text stands, which decides what can follow it. */
  enum Where {
    /** By itself. */
    ROOT,
    /** As the name of a member. */
    NAME,
    /** As the value of a member. */
    MEMBER,
    /** As an element of an array. */
    ELEMENT
  }

  private static final String TRIPLE = "\"\"\"";

  /** How much of a text is shown from a character on that should have been escaped. */
  private static final int SHOWN = 10;

  private static final String QUOTES = "\"'`“”„‘’‚«";

  private final LenientCursor in;
  private final LenientAhead ahead;
  private final boolean plain;
  private final boolean bareElements;

  LenientTexts(LenientCursor in, boolean plain, boolean bareElements) {
    this.in = in;
    this.ahead = new LenientAhead(in);
    this.plain = plain;
    this.bareElements = bareElements;
  }

  static boolean isQuote(char c) {
    return c == '"' || QUOTES.indexOf(c) >= 0;
  }

  /** Whether the quote can end a text that began with the other. */
  static boolean closes(char quote, char opener) {
    return switch (opener) {
      case '“', '”', '„' -> quote == '“' || quote == '”' || quote == '"';
      case '‘', '’', '‚' -> quote == '‘' || quote == '’' || quote == '\'';
      case '«' -> quote == '»';
      default -> quote == opener;
    };
  }

  /** Reads the name of a member in quotes. */
  String name(Place place) {
    return quoted(place, Where.NAME, false, false, false).value();
  }

  /**
   * Reads a string.
   *
   * @param bareNames whether the names of the object are without quotes
   * @param inObject whether an object is open
   * @param inArray whether an array is open
   */
  Node.Text quoted(Place place, Where where, boolean bareNames, boolean inObject, boolean inArray) {
    int start = in.at;
    char opener = in.current();
    if (in.startsWith("```")) {
      // The end of a code block, and no text.
      throw new Broken(Broken.Reason.MISTAKE);
    }
    boolean triple = !plain && in.startsWith(TRIPLE);
    in.at += triple ? TRIPLE.length() : 1;
    if (where != Where.NAME && (opener != '"' || triple)) {
      in.repair(place, RepairKind.QUOTES, start);
    }
    ahead.expect(where, bareNames, inObject, inArray);
    StringBuilder value = new StringBuilder();
    int inner = triple ? triple(value, place) : quoted(value, opener, place);
    if (where == Where.ELEMENT && opener == '"' && inner % 2 == 1) {
      // A quote too many or too few: where the element ends is a guess.
      throw new Broken(Broken.Reason.MISTAKE);
    }
    return new Node.Text(start, in.at, value.toString(), Node.Form.QUOTED);
  }

  private int triple(StringBuilder value, Place place) {
    while (!in.startsWith(TRIPLE)) {
      if (in.isAtEnd()) {
        throw in.mistake();
      }
      if (in.current() == '\\') {
        escape(value, place);
      } else {
        value.append(in.text.charAt(in.at++));
      }
    }
    in.at += TRIPLE.length();
    return 0;
  }

  /** Reads up to the quote that ends the string; how many others like it there were. */
  private int quoted(StringBuilder value, char opener, Place place) {
    int inner = 0;
    int fenced = 0;
    boolean raw = false;
    while (!in.isAtEnd()) {
      char c = in.current();
      if (c == '\\') {
        escape(value, place);
        continue;
      }
      if (closes(c, opener)) {
        if (plain || ahead.isEnd(in.at)) {
          in.at++;
          return inner;
        }
        if (fenced == 0 && ahead.isQuotedName(in.at)) {
          // The next member: the quote at the end of this text was forgotten, or is not the end.
          throw new Broken(Broken.Reason.MISTAKE);
        }
        if (ahead.isDoubtful(in.at)) {
          throw new Broken(Broken.Reason.MISTAKE);
        }
        inner++;
        unescaped(place);
      } else if (c < ' ' && !raw) {
        raw = true;
        unescaped(place);
      }
      fenced += c == '`' && in.startsWith("```") ? 1 : 0;
      value.append(c);
      in.at++;
    }
    throw in.mistake();
  }

  /** Notes the character here, with what follows it. */
  private void unescaped(Place place) {
    int start = in.at;
    in.at = Math.min(in.limit, start + SHOWN);
    in.repair(place, RepairKind.UNESCAPED_CHARACTER, start);
    in.at = start;
  }

  private void escape(StringBuilder value, Place place) {
    int start = in.at++;
    char c = in.current();
    in.at++;
    switch (c) {
      case '"', '\\', '/' -> value.append(c);
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> unicode(value, place, start);
      case 0 -> throw in.mistake();
      default -> {
        if (c != '\'' && c != '`' && c != '\n') {
          value.append('\\');
        }
        value.append(c);
        in.repair(place, RepairKind.BAD_ESCAPE, start);
      }
    }
  }

  private void unicode(StringBuilder value, Place place, int start) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = in.at(in.at + i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        value.append("\\u");
        in.repair(place, RepairKind.BAD_ESCAPE, start);
        return;
      }
      code = code * 16 + digit;
    }
    in.at += 4;
    value.append((char) code);
  }

  /** Reads the name of a member that has no quotes. */
  String bareName() {
    int end = ahead.bareNameEnd(in.at);
    String name = in.text.substring(in.at, end).strip();
    if (name.isEmpty()) {
      throw in.mistake();
    }
    in.at = end;
    return name;
  }

  /** Reads a value without quotes. */
  Node.Text bare(Place place, Where where) {
    int start = in.at;
    if (in.isAtEnd() || where == Where.ROOT || ":,{}[]()".indexOf(in.current()) >= 0) {
      throw in.mistake();
    }
    if (ahead.isRestart(start)) {
      throw new Broken(Broken.Reason.RESTART);
    }
    int end = plain ? ahead.wordEnd(start) : ahead.tokenEnd(start, where);
    boolean isToken = end > start && BareWords.isPlain(in.text, start, end);
    if (!isToken) {
      end = where == Where.MEMBER ? ahead.memberEnd(start) : ahead.elementEnd(start);
    }
    if (end >= in.limit && !plain) {
      // More of it may have been cut off.
      in.at = in.limit;
      throw in.mistake();
    }
    String value = Blank.trim(in.text.substring(start, end));
    in.at = start + value.length();
    if (!isToken && !BareWords.isValue(value)) {
      if (where == Where.ELEMENT && !bareElements) {
        throw in.mistake();
      }
      in.repair(place, RepairKind.UNQUOTED_TEXT, start);
    }
    return new Node.Text(start, start + value.length(), value, Node.Form.BARE);
  }
}
