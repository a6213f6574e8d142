package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.internal.answer.LenientTexts.Where;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object or array that may have the mistakes that models make: other quotes or none,
 * comments, commas too many or too few, closers missing. What it repairs is noted; what leaves a
 * doubt about the value is refused. It looks ahead no further than to the next name, so its time is
 * linear.
 */
final class LenientParser {
  private final LenientCursor in;
  private final LenientTexts texts;
  private int depth;
  private int openObjects;
  private int openArrays;
  private boolean sawMember;

  /** Whether the object or array that ended last had its closer. */
  private boolean closed;

  private Broken.@Nullable Reason failure;

  /**
   * @param start where the object or array begins
   * @param limit where the text ends
   * @param plain whether it is strict JSON, so that nothing needs repair
   * @param bareElements whether an array may have words without quotes
   */
  LenientParser(
      String text, int start, int limit, boolean plain, boolean bareElements, Findings findings) {
    this.in = new LenientCursor(text, start, limit, findings);
    this.texts = new LenientTexts(in, plain, bareElements);
  }

  /** The value; null if there is none. */
  @Nullable Node parse() {
    try {
      return value(Place.ROOT, Where.ROOT, false);
    } catch (Broken broken) {
      failure = broken.reason();
      return null;
    }
  }

  /** Where the value ended, or reading it failed. */
  int end() {
    return in.at;
  }

  /** Why there is no value; null if there is one. */
  Broken.@Nullable Reason failure() {
    return failure;
  }

  /** Whether there was a member of an object: at least its name and the colon. */
  boolean sawMember() {
    return sawMember;
  }

  private Node value(Place place, Where where, boolean bareNames) {
    in.skipBlank(place);
    char c = in.current();
    if (c == '{' || c == '[') {
      if (++depth > JsonScanner.MAX_DEPTH) {
        throw new Broken(Broken.Reason.TOO_DEEP);
      }
      Node node = c == '{' ? object(place) : array(place);
      depth--;
      return node;
    }
    if (LenientTexts.isQuote(c)) {
      return texts.quoted(place, where, bareNames, openObjects > 0, openArrays > 0);
    }
    return texts.bare(place, where);
  }

  private Node object(Place place) {
    int start = in.at++;
    openObjects++;
    boolean doubled = in.current() == '{';
    if (doubled) {
      in.at++;
      in.repair(place, RepairKind.DOUBLE_BRACES, start);
    }
    List<Node.Member> members = new ArrayList<>(4);
    while (nextMember(place, members)) {
      members.add(member(place));
    }
    if (doubled) {
      in.skipBlank(place);
      close(place, '}', true);
    }
    openObjects--;
    return new Node.Members(start, in.at, List.copyOf(members), closed);
  }

  /** Goes to the name of the next member; false when the object has ended. */
  private boolean nextMember(Place place, List<Node.Member> members) {
    boolean first = members.isEmpty();
    int commas = commas(place);
    char c = in.current();
    if (c == '}' || isForeign(c, ']', openArrays) || (in.isAtEnd() && !first && commas == 0)) {
      surplusCommas(place, commas);
      close(place, '}', !first);
      return false;
    }
    if (c == '{' && !first && commas == 0) {
      throw new Broken(Broken.Reason.RESTART);
    }
    surplusCommas(place, first ? commas : commas - 1);
    missingComma(place, !first && commas == 0);
    return true;
  }

  private Node.Member member(Place place) {
    int start = in.at;
    boolean bareName = !LenientTexts.isQuote(in.current());
    String name = bareName ? texts.bareName() : texts.name(place);
    Place member = place.member(name);
    if (bareName || in.at(start) != '"') {
      in.repair(member, bareName ? RepairKind.UNQUOTED_NAME : RepairKind.QUOTES, start);
    }
    in.skipBlank(member);
    if (in.current() != ':') {
      throw in.mistake();
    }
    in.at++;
    sawMember = true;
    return new Node.Member(name, value(member, Where.MEMBER, bareName));
  }

  private Node array(Place place) {
    int start = in.at++;
    openArrays++;
    List<Node> elements = new ArrayList<>(4);
    while (nextElement(place, elements.isEmpty())) {
      elements.add(value(place.element(elements.size()), Where.ELEMENT, false));
    }
    openArrays--;
    return new Node.Elements(start, in.at, List.copyOf(elements));
  }

  /** Goes to the next element; false when the array has ended. */
  private boolean nextElement(Place place, boolean first) {
    int commas = commas(place);
    if (commas > 1) {
      // Something may be missing between them.
      throw in.mistake();
    }
    char c = in.current();
    if (c == ']' || isForeign(c, '}', openObjects) || (in.isAtEnd() && !first && commas == 0)) {
      surplusCommas(place, commas);
      close(place, ']', !first);
      return false;
    }
    surplusCommas(place, first ? commas : 0);
    missingComma(place, !first && commas == 0);
    return true;
  }

  /** Whether the character closes an outer value, so that the inner one lacks its closer. */
  private static boolean isForeign(char c, char outerCloser, int open) {
    return c == outerCloser && open > 0;
  }

  /** Goes over commas and returns how many there were. */
  private int commas(Place place) {
    int commas = 0;
    in.skipBlank(place);
    while (in.current() == ',') {
      commas++;
      in.at++;
      in.skipBlank(place);
    }
    return commas;
  }

  private void surplusCommas(Place place, int count) {
    if (count > 0) {
      in.findings.repair(place.pointer(), RepairKind.COMMA, ",");
    }
  }

  private void missingComma(Place place, boolean missing) {
    if (missing) {
      in.findings.repair(place.pointer(), RepairKind.COMMA, "");
    }
  }

  private void close(Place place, char closer, boolean mayBeMissing) {
    closed = in.current() == closer;
    if (closed) {
      in.at++;
    } else if (mayBeMissing) {
      in.findings.repair(place.pointer(), RepairKind.MISSING_CLOSER, "");
    } else {
      throw in.mistake();
    }
  }
}
