package io.typedprompt.benchmarks;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.ChatMessage;
import io.typedprompt.internal.request.ChatRequest;
import io.typedprompt.internal.request.RequestWriter;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Requests, from options and rendered messages to the bytes of the body. */
@State(Scope.Benchmark)
public class WritingBenchmark {
  private final Ticket ticket = Ticket.sample();
  private final AnswerFormat<Triage> format = ReadingBenchmark.format("TRIAGE");
  private final PromptOptions options =
      PromptOptions.builder()
          .models("anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini")
          .temperature(0.2)
          .maxTokens(800)
          .build();
  private final WithDatabind databind = new WithDatabind();

  @Benchmark
  public byte[] requestTypedPrompt() {
    return RequestWriter.write(
        new ChatRequest(
            options,
            List.of(
                ChatMessage.system("You triage support tickets for Acme Cloud."),
                ChatMessage.user(HandWritten.triageText(ticket))),
            new AnswerSchema(format.name(), format.schema(), StructuredOutput.AUTO),
            false));
  }

  @Benchmark
  public byte[] requestHandWritten() {
    return HandWritten.triageRequest("Acme Cloud", ticket);
  }

  @Benchmark
  public byte[] requestDatabind() {
    return databind.triageRequest("Acme Cloud", ticket);
  }
}
