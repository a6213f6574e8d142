package io.typedprompt.internal.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places in a text that are objects or arrays, with or without mistakes, found in one pass
 * before anybody knows which of them is meant. What stands in tags of thinking is none.
 */
final class Candidates {
  /** More than these are no answer. */
  private static final int MOST = 50;

  /** How many closing fences are tried as the end of one block; the others may be in its texts. */
  private static final int MOST_FENCES = 4;

  private static final int NO_FENCE = -1;

  private final String text;
  private final JsonAttempts attempts;
  private final List<Candidate> fenced = new ArrayList<>();
  private final List<Candidate> loose = new ArrayList<>();
  private final List<Candidate> blocks = new ArrayList<>();
  private char @Nullable [] blanked;
  private int blankedTo;
  private String thinking = "";

  /** Whether a code block is open that is not JSON. */
  private boolean inOtherBlock;

  /** Whether nothing but white space and thinking came so far. */
  private boolean atBeginning = true;

  private boolean brokenBlock;
  private boolean broken;
  private Broken.@Nullable Reason failure;
  private int failedAt;

  private Candidates(String text) {
    this.text = text;
    this.attempts = new JsonAttempts(text);
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
  List<Candidate> fenced() {
    return brokenBlock ? List.of() : fenced;
  }

  /** JSON in the middle of other text; none if there is more JSON that is broken. */
  List<Candidate> loose() {
    return broken ? List.of() : loose;
  }

  /** What is left if there is no JSON: the text of the only code block, or the whole text. */
  @Nullable Candidate prose() {
    if (broken || !fenced.isEmpty() || !loose.isEmpty() || blocks.size() > 1) {
      return null;
    }
    return blocks.isEmpty() ? prose(0, text.length(), 0, text.length(), false) : blocks.get(0);
  }

  /** The longest of them, or null if there are none. */
  @Nullable Candidate longest() {
    List<Candidate> all = new ArrayList<>(fenced());
    all.addAll(loose());
    Candidate longest = null;
    for (Candidate each : all) {
      if (longest == null || each.length() > longest.length()) {
        longest = each;
      }
    }
    return longest;
  }

  /** The text with spaces in place of thinking, so that what is left keeps its place. */
  String withoutThinking() {
    return blanked == null ? text : new String(blanked);
  }

  /** The first of the thinking; empty if there is none. */
  String thinking() {
    return thinking;
  }

  /** Why what looked like JSON is none; null if nothing did. */
  Broken.@Nullable Reason failure() {
    return failure;
  }

  /** Where it stopped being JSON. */
  int failedAt() {
    return failedAt;
  }

  private int step(int at) {
    char c = text.charAt(at);
    int next =
        switch (c) {
          case '{' -> json(at);
          case '[' -> ThinkingTags.isBracketAt(text, at) ? tag(at) : json(at);
          case '`', '~' -> fence(at);
          case '<' -> tag(at);
          default -> at + 1;
        };
    atBeginning &= Blank.is(c) || isThinking(at);
    return next;
  }

  private int json(int at) {
    Node node = attempts.parse(at, text.length(), atBeginning);
    if (node != null) {
      boolean box = node instanceof Node.Elements array && array.list().isEmpty();
      // "[ ]" is the box of a list of things to do.
      if (atBeginning || !box || node.end() == at + 2) {
        add(loose, new Candidate(node, attempts.findings(), at, node.end(), false));
      }
      return node.end();
    }
    if (attempts.failure() == Broken.Reason.RESTART) {
      return attempts.end();
    }
    if (atBeginning) {
      noteFailure();
    }
    if (attempts.sawMember() || attempts.failure() == Broken.Reason.TOO_DEEP) {
      broken();
      return Math.max(attempts.end(), at + 1);
    }
    return at + 1;
  }

  private void broken() {
    broken = true;
    noteFailure();
  }

  private void noteFailure() {
    if (failure == null || attempts.failure() == Broken.Reason.TOO_DEEP) {
      failure = attempts.failure();
      failedAt = attempts.end();
    }
  }

  private void add(List<Candidate> list, Candidate candidate) {
    if (fenced.size() + loose.size() == MOST) {
      brokenBlock = true;
      broken = true;
    } else {
      list.add(candidate);
    }
  }

  private int fence(int at) {
    char c = text.charAt(at);
    int opened = skip(at, c);
    if (opened - at < 3 || !beginsLine(at)) {
      return opened;
    }
    if (inOtherBlock && endsLine(opened)) {
      inOtherBlock = false;
      return opened;
    }
    int start = skipSpace(skipWord(opened));
    if (start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[')) {
      return block(start, at);
    }
    inOtherBlock = true;
    int end = text.indexOf(c == '`' ? "```" : "~~~", start);
    if (end > start) {
      blocks.add(prose(start, end, at, skip(end, c), true));
    }
    return opened;
  }

  private Candidate prose(int start, int end, int outerStart, int outerEnd, boolean isFenced) {
    String value = Blank.trim(withoutThinking().substring(start, end));
    Node node = new Node.Text(start, end, value, Node.Form.PROSE);
    return new Candidate(node, new Findings(), outerStart, outerEnd, isFenced);
  }

  /**
   * Reads the JSON of a code block. Where the block ends is decided by the JSON: a closing fence
   * may also stand inside of one of its texts.
   */
  private int block(int start, int fenceStart) {
    char c = text.charAt(fenceStart);
    String fence = c == '`' ? "```" : "~~~";
    int limit = text.length();
    Node node = attempts.parsePlain(start);
    for (int tried = 0, from = start; node == null && tried < MOST_FENCES; tried++) {
      int close = text.indexOf(fence, from);
      limit = close < 0 ? text.length() : close;
      node = attempts.parse(start, limit, true);
      from = skip(limit, c);
      if (attempts.failure() != Broken.Reason.CUT || close < 0) {
        break;
      }
    }
    if (node == null) {
      return brokenBlock(start);
    }
    int outerEnd = fenceEnd(c, node.end());
    if (outerEnd == NO_FENCE) {
      inOtherBlock = true;
      add(loose, new Candidate(node, attempts.findings(), start, node.end(), false));
      return node.end();
    }
    inOtherBlock = false;
    add(fenced, new Candidate(node, attempts.findings(), fenceStart, outerEnd, true));
    return outerEnd;
  }

  private int brokenBlock(int start) {
    inOtherBlock = true;
    if (attempts.failure() == Broken.Reason.RESTART) {
      return attempts.end();
    }
    brokenBlock = true;
    broken();
    return Math.max(attempts.end(), start + 1);
  }

  /** The end of the fence that follows JSON; the end of the text closes a block, too. */
  private int fenceEnd(char c, int jsonEnd) {
    int after = skipSpace(jsonEnd);
    if (after == text.length()) {
      return after;
    }
    int end = skip(after, c);
    return end - after >= 3 ? end : NO_FENCE;
  }

  private boolean isThinking(int at) {
    return at < blankedTo;
  }

  private int tag(int at) {
    String opened = ThinkingTags.openAt(text, at);
    if (opened != null) {
      return thinking(at, ThinkingTags.end(text, opened, at));
    }
    String closed = ThinkingTags.closeAt(text, at);
    if (closed == null) {
      return at + 1;
    }
    // Only its end is marked, so it began with the text.
    fenced.clear();
    loose.clear();
    blocks.clear();
    brokenBlock = false;
    broken = false;
    inOtherBlock = false;
    failure = null;
    atBeginning = true;
    return thinking(0, at + closed.length() + 3);
  }

  private int thinking(int start, int end) {
    if (blanked == null) {
      blanked = text.toCharArray();
      thinking = text.substring(start, end);
    }
    // What came before the last thinking may be blank already.
    Arrays.fill(blanked, Math.max(start, blankedTo), end, ' ');
    blankedTo = end;
    return end;
  }

  private boolean beginsLine(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0
        || text.charAt(before) == '\n'
        || text.charAt(before) == '\r'
        || text.charAt(before) == '>';
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
    while (at < text.length() && Blank.is(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
