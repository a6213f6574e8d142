package io.typedprompt.internal.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Answers as models give them, and what each must become: its value and all repairs, or all
 * problems. Each file of answers has sections of the form
 *
 * <pre>
 * === name
 * type
 * ---
 * the answer, to the line of the next dashes
 * ---
 * the outcome
 * </pre>
 *
 * <p>With {@code -Danswers.update=true} the outcomes are written anew, to be read in the diff.
 */
class SampleAnswersTest {
  private static final Path FOLDER = Path.of("src/test/resources/answers");

  /** One answer. */
  private record Sample(String name, String type, String answer, String outcome) {
    static Sample of(String section) {
      String[] parts = section.split("\n---\n", -1);
      int line = parts[0].indexOf('\n');
      String outcome = parts[2].strip();
      return new Sample(
          parts[0].substring(0, line), parts[0].substring(line + 1).strip(), parts[1], outcome);
    }

    Sample withOutcome(String other) {
      return new Sample(name, type, answer, other);
    }

    String section() {
      return "=== " + name + "\n" + type + "\n---\n" + answer + "\n---\n" + outcome + "\n\n";
    }
  }

  @TestFactory
  List<DynamicTest> samples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (Sample sample : read(file)) {
          String name = file.getFileName() + ": " + sample.name();
          tests.add(
              DynamicTest.dynamicTest(
                  name, () -> assertThat(outcome(sample)).isEqualTo(sample.outcome())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private static List<Sample> read(Path file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    StringBuilder updated = new StringBuilder();
    for (String section : Files.readString(file, UTF_8).split("(?m)^=== ")) {
      if (section.isBlank()) {
        continue;
      }
      Sample sample = Sample.of(section);
      Sample now = sample.withOutcome(outcome(sample));
      samples.add(Boolean.getBoolean("answers.update") ? now : sample);
      updated.append(now.section());
    }
    if (Boolean.getBoolean("answers.update")) {
      Files.writeString(file, updated.toString().stripTrailing() + "\n", UTF_8);
    }
    return samples;
  }

  private static String outcome(Sample sample) {
    List<String> words = List.of(sample.type().split(", "));
    AnswerFormat<?> format = SampleFormats.named(words.get(0));
    ParsedAnswer<?> answer =
        AnswerParser.parse(
            format, sample.answer(), words.contains("strict"), words.contains("rounded"));
    StringBuilder outcome = new StringBuilder();
    if (answer instanceof Misfits<?> misfits) {
      for (AnswerProblem problem : misfits.problems()) {
        outcome.append("! ").append(problem).append('\n');
      }
    } else if (answer instanceof Fits<?> fits) {
      outcome.append(fits.value()).append('\n');
      for (Repair repair : fits.repairs()) {
        if (!words.get(0).equals("json") || repair.kind() != RepairKind.JSON_NOT_AS_TEXT) {
          outcome.append("~ ").append(repair).append(": ").append(repair.text()).append('\n');
        }
      }
    }
    return outcome.toString().replaceAll("(?m) +$", "").strip();
  }
}
