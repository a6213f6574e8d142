package io.typedprompt.benchmarks;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptResult;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole calls, from arguments to a typed result; only the network is left out. */
@State(Scope.Benchmark)
public class CallBenchmark {
  private static final String URL = "http://localhost/api/v1";
  private static final String KEY = "sk-or-v1-benchmark";

  private final Ticket ticket = Ticket.sample();
  private final OkHttpClient json = CannedAnswer.json(Samples.completion(Samples.typical()));
  private final OkHttpClient text = CannedAnswer.json(Samples.completion("Done."));
  private final SupportPrompts prompts = new SupportPromptsImpl(client(json));
  private final SupportPrompts textPrompts = new SupportPromptsImpl(client(text));
  private final HandWritten handWritten = new HandWritten(json, URL, KEY);
  private final HandWritten handWrittenText = new HandWritten(text, URL, KEY);
  private final WithDatabind withDatabind = new WithDatabind(json, URL, KEY);

  private static OpenRouterClient client(OkHttpClient http) {
    return OpenRouterClient.builder().httpClient(http).baseUrl(URL).apiKey(KEY).build();
  }

  @Benchmark
  public Object typedTypedPrompt() {
    return typed();
  }

  PromptResult<Triage> typed() {
    return prompts.triage("Acme Cloud", ticket);
  }

  @Benchmark
  public Object typedHandWritten() {
    return byHand();
  }

  Reply<Triage> byHand() {
    return handWritten.triage("Acme Cloud", ticket);
  }

  @Benchmark
  public Object typedDatabind() {
    return byDatabind();
  }

  Reply<Triage> byDatabind() {
    return withDatabind.triage("Acme Cloud", ticket);
  }

  @Benchmark
  public Object longTemplateTypedPrompt() {
    return textPrompts.handbook("Acme Cloud", ticket);
  }

  @Benchmark
  public Object longTemplateHandWritten() {
    return handWrittenText.handbook("Acme Cloud", ticket);
  }
}
