package io.typedprompt.internal.answer;

import org.jspecify.annotations.Nullable;

/**
 * Tries to read JSON at one place of a text after the other: strictly, then with mistakes. All
 * tries together take no more than a few times the length of the text.
 */
final class JsonAttempts {
  private static final int MOST_PASSES = 3;

  /** What a try costs at least, in characters. */
  private static final int COST = 200;

  private static final int LEAST = 100_000;

  private final String text;
  private final JsonScanner scanner;
  private long left;
  private Findings findings = new Findings();
  private int end;
  private boolean sawMember;
  private Broken.@Nullable Reason failure;

  JsonAttempts(String text) {
    this.text = text;
    this.scanner = new JsonScanner(text);
    this.left = Math.max(LEAST, (long) MOST_PASSES * text.length());
  }

  /** The strict JSON that begins there; null if there is none. */
  @Nullable Node parsePlain(int start) {
    int plainEnd = scanner.end(start);
    left -= scanner.failedAt() - start;
    return plainEnd == JsonScanner.NONE ? null : parse(start, plainEnd, true, true);
  }

  /** The JSON that begins there, with or without mistakes; null if there is none. */
  @Nullable Node parse(int start, int limit, boolean bareElements) {
    left -= COST;
    if (left <= 0) {
      end = text.length();
      failure = Broken.Reason.MISTAKE;
      sawMember = true;
      return null;
    }
    Node plain = parsePlain(start);
    if (plain != null && plain.end() <= limit) {
      return plain;
    }
    return parse(start, limit, false, bareElements);
  }

  private @Nullable Node parse(int start, int limit, boolean plain, boolean bareElements) {
    findings = new Findings();
    LenientParser parser = new LenientParser(text, start, limit, plain, bareElements, findings);
    Node node = parser.parse();
    end = parser.end();
    failure = parser.failure();
    sawMember = parser.sawMember();
    left -= end - start;
    return node;
  }

  /** What the last try repaired. */
  Findings findings() {
    return findings;
  }

  /** Where the last try ended or failed. */
  int end() {
    return end;
  }

  /** Why the last try failed; null if it did not. */
  Broken.@Nullable Reason failure() {
    return failure;
  }

  /** Whether the last try saw a member of an object. */
  boolean sawMember() {
    return sawMember;
  }
}
