package io.typedprompt.benchmarks;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptStream;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A stream of 10,000 pieces of text. */
@State(Scope.Benchmark)
public class StreamBenchmark {
  static final int PIECES = 10_000;
  private static final String URL = "http://localhost/api/v1";
  private static final String KEY = "sk-or-v1-benchmark";

  private final OkHttpClient http = CannedAnswer.events(Samples.stream(PIECES));
  private final SupportPrompts prompts =
      new SupportPromptsImpl(
          OpenRouterClient.builder().httpClient(http).baseUrl(URL).apiKey(KEY).build());
  private final HandWritten handWritten = new HandWritten(http, URL, KEY);
  private final WithDatabind withDatabind = new WithDatabind(http, URL, KEY);

  @Benchmark
  public int streamTypedPrompt() {
    int letters = 0;
    try (PromptStream<String> stream = prompts.story("Acme Cloud")) {
      for (String text : stream) {
        letters += text.length();
      }
    }
    return letters;
  }

  @Benchmark
  public int streamHandWritten() {
    int[] letters = new int[1];
    handWritten.story("Acme Cloud", text -> letters[0] += text.length());
    return letters[0];
  }

  @Benchmark
  public int streamDatabind() {
    return withDatabind.story("Acme Cloud");
  }
}
