package io.typedprompt.processor.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A random right template, line by line, with what each line prints. */
final class RandomTemplate {
  static final Map<String, Object> DATA = Map.of("x", "v");

  private static final String[] BLANKS = {"", "", " ", "\t", "  \t "};
  private static final String[] WORDS = {"text", "{", "} }", "日本", "\\", " ", "é"};

  /** A line without its end; a standalone one prints nothing, and its end neither. */
  private record Line(String text, String printed, boolean standalone) {}

  private final Random random;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> sections = new ArrayList<>();
  private final String newline;
  private final boolean endsWithNewline;

  RandomTemplate(Random random) {
    this.random = random;
    this.newline = random.nextBoolean() ? "\n" : "\r\n";
    this.endsWithNewline = random.nextBoolean();
    addLines(random.nextInt(6), true, 0);
  }

  /** The names of the sections, each of which is there once. */
  List<String> sections() {
    return sections;
  }

  String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining(newline)) + end();
  }

  String printed() {
    StringBuilder printed = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      printed.append(line.printed());
      if (!line.standalone()) {
        printed.append(i + 1 < lines.size() ? newline : end());
      }
    }
    return printed.toString();
  }

  /** The text with one more line. */
  String withLine(Random random, String line) {
    List<String> texts = new ArrayList<>(lines.stream().map(Line::text).toList());
    texts.add(random.nextInt(texts.size() + 1), line);
    return String.join(newline, texts) + end();
  }

  private String end() {
    return endsWithNewline && !lines.isEmpty() ? newline : "";
  }

  private void addLines(int count, boolean printed, int depth) {
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(6)) {
        case 0 -> addStandalone(random.nextBoolean() ? "{{! note }}" : "{{={{ }}=}}");
        case 1 -> addSection(printed, depth);
        case 2 -> addLine("", "", printed);
        default -> addInline(printed);
      }
    }
  }

  private void addStandalone(String tag) {
    lines.add(new Line(pick(BLANKS) + tag + pick(BLANKS), "", true));
  }

  private void addSection(boolean printed, int depth) {
    if (depth == 4) {
      return;
    }
    // The data has no such value, so only what is inverted is printed.
    String name = "s" + sections.size();
    boolean inverted = random.nextInt(4) != 0;
    sections.add(name);
    addStandalone((inverted ? "{{^" : "{{#") + name + "}}");
    addLines(random.nextInt(4), printed && inverted, depth + 1);
    addStandalone("{{/" + name + "}}");
  }

  private void addInline(boolean printed) {
    StringBuilder text = new StringBuilder();
    StringBuilder output = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      String word = pick(WORDS);
      text.append(word);
      output.append(word);
      switch (random.nextInt(5)) {
        case 0 -> append(text, "{{x}}", output, "v");
        case 1 -> append(text, " {{{ x }}} ", output, " v ");
        case 2 -> append(text, "a{{! note }}b", output, "ab");
        case 3 -> append(text, "{{^no}}\"{{&x}}\"{{/no}}", output, "\"v\"");
        default -> append(text, "{{#no}}-{{/no}}.", output, ".");
      }
    }
    addLine(text.toString(), output.toString(), printed);
  }

  private static void append(StringBuilder text, String tag, StringBuilder output, String value) {
    // A brace before a tag would be read as part of it.
    boolean brace = text.length() > 0 && text.charAt(text.length() - 1) == '{';
    text.append(brace ? " " : "").append(tag);
    output.append(brace ? " " : "").append(value);
  }

  private void addLine(String text, String output, boolean printed) {
    lines.add(new Line(text, printed ? output : "", !printed));
  }

  private String pick(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
