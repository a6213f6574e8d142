package io.typedprompt.benchmarks;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ParsedAnswer;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Answers, from their text to the value. */
@State(Scope.Benchmark)
public class ReadingBenchmark {
  private final AnswerFormat<Triage> triage = format("TRIAGE");
  private final AnswerFormat<List<Triage>> triages = format("TRIAGE_ALL");
  private final WithDatabind databind = new WithDatabind();

  private final String typical = Samples.typical();
  private final String list = Samples.list();
  private final String fenced = Samples.fencedList();
  private final String malformed = Samples.malformedList();

  /** What the generated class keeps to itself. */
  @SuppressWarnings("unchecked")
  static <T> AnswerFormat<T> format(String name) {
    try {
      var field = SupportPromptsImpl.class.getDeclaredField(name);
      field.setAccessible(true);
      PromptMethod<T> method = (PromptMethod<T>) field.get(null);
      return Objects.requireNonNull(method.format());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The generated class has no constant " + name, e);
    }
  }

  static <T> T read(AnswerFormat<T> format, String text) {
    return Objects.requireNonNull(
        ((ParsedAnswer.Fits<T>) AnswerParser.parse(format, text, false, false)).value());
  }

  @Benchmark
  public Object typicalTypedPrompt() {
    return read(triage, typical);
  }

  @Benchmark
  public Object typicalHandWritten() {
    return HandReaders.triage(typical);
  }

  @Benchmark
  public Object typicalDatabind() {
    return databind.triage(typical);
  }

  @Benchmark
  public Object listTypedPrompt() {
    return read(triages, list);
  }

  @Benchmark
  public Object listHandWritten() {
    return HandReaders.triages(list);
  }

  @Benchmark
  public Object listDatabind() {
    return databind.triages(list);
  }

  /** Beside the others' reading of the list without what is around it. */
  @Benchmark
  public Object fencedListTypedPrompt() {
    return read(triages, fenced);
  }

  /** Beside the others' reading of the list as it should be. */
  @Benchmark
  public Object malformedListTypedPrompt() {
    return read(triages, malformed);
  }
}
