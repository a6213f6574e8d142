package io.typedprompt.internal.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text, and what it says with them. */
final class Words {
  /** Longer texts are not searched for a name or a number. */
  static final int MOST_CHARACTERS = 2000;

  /** How far from a word its negation can be. */
  private static final int NEAR = 3;

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "never",
          "neither",
          "nor",
          "without",
          "cannot",
          "non",
          "hardly",
          "nothing",
          "none",
          "wrong",
          "incorrect",
          "dont",
          "isnt",
          "cant",
          "doesnt",
          "arent");
  private static final String[] REFUSALS = {
    "sorry",
    "apolog",
    "i cannot",
    "i can't",
    "i can not",
    "unable to",
    "as an ai",
    "i don't",
    "i do not",
    "i won't",
    "i will not",
    "not able to",
    "can't determine",
    "cannot determine",
    "can't provide",
    "cannot provide",
    "don't know",
    "not sure",
    "unclear",
    "?"
  };

  private final String text;
  private final List<Word> list = new ArrayList<>();

  /**
   * One word.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param spelling the word in lower case
   */
  record Word(int start, int end, String spelling) {}

  private Words(String text) {
    this.text = text;
  }

  static Words of(String text) {
    Words words = new Words(text);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        words.list.add(new Word(at, end, Spelling.of(text.substring(at, end))));
      }
      at = Math.max(end, at + 1);
    }
    return words;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  List<Word> list() {
    return list;
  }

  /** Whether two words that follow each other are parts of one: "high-risk", "HIGH_RISK". */
  boolean areJoined(int first) {
    if (first < 0 || first + 1 >= list.size()) {
      return false;
    }
    int end = list.get(first).end();
    return list.get(first + 1).start() == end + 1 && "-_.'’".indexOf(text.charAt(end)) >= 0;
  }

  /** Whether a negation is near the words from the first to the last, in the same clause. */
  boolean isNegated(int first, int last) {
    int before = list.get(first).start() - 1;
    if (before >= 0 && "!¬".indexOf(text.charAt(before)) >= 0) {
      return true;
    }
    for (int i = first - 1; i >= Math.max(0, first - NEAR) && isSameClause(i); i--) {
      if (isNegation(i)) {
        return true;
      }
    }
    int end = Math.min(list.size() - 1, last + NEAR);
    for (int i = last + 1; i <= end && isSameClause(i - 1); i++) {
      if (isNegation(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a negation anywhere. */
  boolean hasNegation() {
    for (int i = 0; i < list.size(); i++) {
      if (isNegation(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNegation(int index) {
    String word = list.get(index).spelling();
    boolean shortened = word.equals("t") && areJoined(index - 1);
    return shortened || NEGATIONS.contains(word);
  }

  /** Whether no mark separates a word from the next. */
  private boolean isSameClause(int first) {
    for (int i = list.get(first).end(); i < list.get(first + 1).start(); i++) {
      if (".,;:!?\n—–()".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text refuses, apologizes, doubts or asks. */
  static boolean refuses(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (String refusal : REFUSALS) {
      if (lower.contains(refusal)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is more than a name: it has marks of a sentence, or many words. */
  static boolean isSentence(String text) {
    if (text.isBlank()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean last = i + 1 == text.length() || Blank.is(text.charAt(i + 1));
      if (",;!?\n|".indexOf(c) >= 0 || (last && (c == '.' || c == ':'))) {
        return true;
      }
    }
    return text.length() > MOST_CHARACTERS || Words.of(text).list().size() > NEAR;
  }

  /** Whether a text is in another format than JSON: tags or a table. */
  static boolean isMarkup(String text) {
    int bar = text.indexOf('|');
    return text.contains("</")
        || text.indexOf('{') >= 0
        || text.contains("/>")
        || (bar >= 0 && text.indexOf('|', bar + 1) >= 0);
  }
}
