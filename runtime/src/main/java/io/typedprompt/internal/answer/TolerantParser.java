package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that is not exactly as asked. All places are collected that could be the answer,
 * and the type decides which one is: one that fits. A code block comes before what is around it. If
 * two fit and differ, none is taken.
 *
 * @param <T> the Java type of the answer
 */
final class TolerantParser<T> {
  private final AnswerFormat<T> format;
  private final boolean roundIntegers;
  private final KnownNames known = new KnownNames();

  /** One time that a candidate was read. */
  private record Reading<T>(@Nullable T value, TreeReader reader, Findings findings) {
    boolean fails() {
      return findings.problemCount() > 0;
    }
  }

  TolerantParser(AnswerFormat<T> format, boolean roundIntegers) {
    this.format = format;
    this.roundIntegers = roundIntegers;
  }

  /**
   * Reads an answer.
   *
   * @param plain whether it is strict JSON as a whole
   */
  ParsedAnswer<T> parse(String text, boolean plain) {
    if (!plain) {
      return search(text);
    }
    if (text.charAt(0) != '"' && text.charAt(0) != '{' && text.charAt(0) != '[') {
      return read(text, bare(text), false, List.of());
    }
    if (text.charAt(0) != '"') {
      Findings syntax = new Findings();
      Node node = new LenientParser(text, 0, text.length(), true, true, syntax).parse();
      return read(text, Objects.requireNonNull(node), false, List.of());
    }
    String inner = JsonText.string(text);
    Node string = new Node.Text(0, text.length(), inner, Node.Form.QUOTED);
    ParsedAnswer<T> read = read(text, string, false, List.of());
    return read instanceof Fits<T> ? read : inside(inner, text, read);
  }

  private static Node bare(String text) {
    return new Node.Text(0, text.length(), text, Node.Form.BARE);
  }

  /** Reads JSON that was written as a JSON string, if it is some. */
  private ParsedAnswer<T> inside(String inner, String text, ParsedAnswer<T> otherwise) {
    String trimmed = Blank.trim(inner);
    if (trimmed.indexOf('{') < 0 && trimmed.indexOf('[') < 0) {
      return otherwise;
    }
    ParsedAnswer<T> read = search(trimmed);
    if (!(read instanceof Fits<T> fits)) {
      return read;
    }
    List<Repair> repairs = new ArrayList<>();
    repairs.add(Repair.of("", RepairKind.JSON_AS_TEXT, Excerpt.of(text)));
    repairs.addAll(fits.repairs());
    return new Fits<>(fits.value(), List.copyOf(repairs));
  }

  private ParsedAnswer<T> search(String text) {
    Candidates candidates = Candidates.in(text);
    ParsedAnswer<T> chosen = choose(text, candidates, candidates.fenced());
    if (chosen == null) {
      chosen = choose(text, candidates, candidates.loose());
    }
    if (chosen != null) {
      return chosen;
    }
    Candidate longest = candidates.longest();
    if (longest != null) {
      return read(text, candidates, longest);
    }
    return prose(text, candidates);
  }

  private ParsedAnswer<T> prose(String text, Candidates candidates) {
    if (candidates.failure() == Broken.Reason.TOO_DEEP) {
      return misfit("at most " + JsonScanner.MAX_DEPTH + " levels of nesting", "more of them");
    }
    Candidate prose = candidates.failure() == null ? candidates.prose() : null;
    if (prose != null) {
      ParsedAnswer<T> read = read(text, candidates, prose);
      if (read instanceof Fits<T> || !isShapeProblem(read)) {
        return read;
      }
    }
    String expected = "JSON for the schema \"" + format.name() + "\"";
    String trimmed = Blank.trim(text);
    if (candidates.failure() == null) {
      return misfit(expected, Excerpt.of(trimmed));
    }
    boolean cut = candidates.failure() == Broken.Reason.CUT;
    return misfit(
        expected, cut ? NoJson.cut(trimmed) : NoJson.mistake(text, candidates.failedAt()));
  }

  /** Whether the type is not one of a single value, of which prose could say one. */
  private static boolean isShapeProblem(ParsedAnswer<?> read) {
    String expected = ((Misfits<?>) read).problems().get(0).expected();
    return expected.startsWith("an object") || expected.startsWith("an array");
  }

  /** The candidate that fits; null if none does. */
  private @Nullable ParsedAnswer<T> choose(
      String text, Candidates candidates, List<Candidate> list) {
    Fits<T> chosen = null;
    Candidate from = null;
    for (Candidate each : list) {
      if (read(text, candidates, each) instanceof Fits<T> fits) {
        if (chosen == null || from == null) {
          chosen = fits;
          from = each;
        } else if (!isSame(from, chosen, each, fits)) {
          return misfit(
              "one answer",
              "two that differ: " + excerpt(text, from) + " and " + excerpt(text, each));
        } else if (fits.repairs().size() < chosen.repairs().size()) {
          chosen = fits;
          from = each;
        }
      }
    }
    return chosen;
  }

  private boolean isSame(Candidate first, Fits<T> a, Candidate second, Fits<T> b) {
    return Objects.deepEquals(a.value(), b.value()) || NodeJson.same(first.node(), second.node());
  }

  private static String excerpt(String text, Candidate candidate) {
    return Excerpt.of(text.substring(candidate.node().start(), candidate.node().end()));
  }

  private ParsedAnswer<T> read(String text, Candidates candidates, Candidate candidate) {
    List<Repair> outer = outer(candidates, candidate);
    boolean inProse = !candidate.isFenced() && isInText(candidates, candidate);
    return read(text, candidate.node(), inProse, outer, candidate.syntax());
  }

  private static boolean isInText(Candidates candidates, Candidate candidate) {
    String text = candidates.withoutThinking();
    return !text.substring(0, candidate.outerStart()).isBlank()
        || !text.substring(candidate.outerEnd()).isBlank();
  }

  private static List<Repair> outer(Candidates candidates, Candidate candidate) {
    String text = candidates.withoutThinking();
    List<Repair> repairs = new ArrayList<>();
    if (!candidates.thinking().isEmpty()) {
      repairs.add(Repair.of("", RepairKind.THINKING_TEXT, Excerpt.of(candidates.thinking())));
    }
    if (candidate.isFenced()) {
      String opening = text.substring(candidate.outerStart(), candidate.node().start());
      repairs.add(Repair.of("", RepairKind.CODE_FENCE, Excerpt.of(opening)));
    }
    String before = Blank.trim(text.substring(0, candidate.outerStart()));
    String after = Blank.trim(text.substring(candidate.outerEnd()));
    if (!before.isEmpty() || !after.isEmpty()) {
      String around = Excerpt.of(before) + " … " + Excerpt.of(after);
      repairs.add(Repair.of("", RepairKind.SURROUNDING_TEXT, around.strip()));
    }
    return repairs;
  }

  private ParsedAnswer<T> read(String text, Node node, boolean inProse, List<Repair> outer) {
    return read(text, node, inProse, outer, new Findings());
  }

  private ParsedAnswer<T> read(
      String text, Node node, boolean inProse, List<Repair> outer, Findings syntax) {
    TreeSource source = new TreeSource(text, node, inProse);
    Set<Node> nulls = TreeSource.identitySet();
    Reading<T> reading = read(source, nulls, false);
    if (reading.fails() && !reading.reader().nullWords().isEmpty()) {
      nulls.addAll(reading.reader().nullWords());
      reading = read(source, nulls, false);
    }
    if (reading.fails() && reading.reader().couldBeImplied()) {
      Reading<T> implied = read(source, nulls, true);
      reading = implied.fails() ? reading : implied;
    }
    Findings findings = reading.findings();
    if (reading.fails()) {
      return new Misfits<>(findings.problems());
    }
    List<Repair> repairs = new ArrayList<>(outer);
    repairs.addAll(syntax.repairs());
    repairs.addAll(findings.repairs());
    return new Fits<>(reading.value(), List.copyOf(repairs));
  }

  private Reading<T> read(TreeSource source, Set<Node> nulls, boolean implied) {
    Findings findings = new Findings();
    TreeReader reader = new TreeReader(source, known, roundIntegers, nulls, implied, findings);
    return new Reading<>(format.read(reader), reader, findings);
  }

  private ParsedAnswer<T> misfit(String expected, String found) {
    return new Misfits<>(List.of(AnswerProblem.of("", expected, found)));
  }
}
