package io.typedprompt.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain sentences that are about what the user wrote. Deterministic. */
final class TextSample {
  private static final int TOPIC_WORDS = 5;
  private static final int SHORTEST_TOPIC_WORD = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Set<String> STOP_WORDS =
      Set.of(
          "about", "after", "answer", "before", "could", "does", "from", "give", "have", "here",
          "into", "just", "like", "make", "message", "more", "only", "please", "should", "some",
          "tell", "than", "that", "their", "them", "then", "there", "these", "they", "this", "user",
          "very", "want", "what", "when", "where", "which", "will", "with", "would", "write",
          "your");

  private final List<String> words;
  private final String topic;

  private TextSample(List<String> words) {
    this.words = words;
    this.topic = words.isEmpty() ? "your question" : String.join(", ", words);
  }

  /** Samples about the main words of this text. */
  static TextSample about(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String word = found.group();
      boolean matters =
          word.length() >= SHORTEST_TOPIC_WORD
              && !STOP_WORDS.contains(word.toLowerCase(Locale.ROOT));
      if (matters && words.size() < TOPIC_WORDS) {
        words.add(word);
      }
    }
    return new TextSample(List.copyOf(words));
  }

  /** A whole answer. */
  String answer() {
    return "Here is a short answer about " + topic + ".";
  }

  /** One of the main words, or what a field with this name would hold if there are fewer. */
  String word(int index, String field) {
    return index < words.size() ? words.get(index) : valueOf(field) + " " + (index + 1);
  }

  /** The value of a field with this name, such as {@code stepsToReproduce}. */
  String valueOf(String field) {
    String words = field.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-. ]+", " ");
    return words.isBlank()
        ? topic
        : words.substring(0, 1).toUpperCase(Locale.ROOT)
            + words.substring(1).toLowerCase(Locale.ROOT)
            + " about "
            + topic;
  }
}
