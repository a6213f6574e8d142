package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.FinishReason;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptCall;
import io.typedprompt.PromptOptions;
import io.typedprompt.internal.request.ChatRequest;
import io.typedprompt.internal.request.RequestHeaders;
import io.typedprompt.internal.request.RequestWriter;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.CompletionReader;
import java.time.Duration;
import java.util.Map;
import okhttp3.Request;

/** Sends the requests of one call, within its time, and turns every failure into its exception. */
final class Asker {
  private final PromptEngine engine;
  private final PromptCall tag;
  private final PromptOptions options;
  private final Duration timeout;
  private final long deadline;
  private final CallRecord record;

  Asker(
      PromptEngine engine,
      String method,
      PromptOptions options,
      Duration timeout,
      CallRecord record) {
    this.engine = engine;
    this.tag = PromptCall.of(method, options);
    this.options = options;
    this.timeout = timeout;
    this.deadline = System.nanoTime() + nanos(timeout);
    this.record = record;
  }

  /** A hundred years, also where a longer time would overflow. */
  private static long nanos(Duration timeout) {
    return timeout.compareTo(Duration.ofDays(36_500)) > 0
        ? Duration.ofDays(36_500).toNanos()
        : timeout.toNanos();
  }

  /** The answer, in which nothing says that something went wrong on the way. */
  Answer ask(ChatRequest request) {
    JsonBody body = new JsonBody(RequestWriter.write(request));
    record.begin(Attempt.Kind.ANSWER);
    HttpReply reply = send(body);
    if (!reply.isSuccess()) {
      throw failures().refused(reply, body.json());
    }
    Completion completion = CompletionReader.read(reply.body());
    if (completion == null) {
      throw failures().unreadable(reply);
    }
    Choice choice = completion.choice();
    if (completion.error() != null || (choice != null && choice.error() != null)) {
      throw failures().inside(completion, reply);
    }
    if (choice == null || choice.finishReason().equals(FinishReason.ERROR)) {
      throw failures().unfinished(completion, reply);
    }
    return new Answer(completion, choice, reply);
  }

  /** Made on demand, as most calls need none of its classes. */
  private ServerFailures failures() {
    return new ServerFailures(record, engine.redaction());
  }

  private HttpReply send(JsonBody body) throws OpenRouterException {
    try {
      return engine.transport().send(request(body), body, deadline);
    } catch (TransportFailure failure) {
      throw new TransportFailures(record, engine.redaction(), engine.endpoint().host())
          .exception(failure, timeout, body.started());
    }
  }

  private Request request(JsonBody body) {
    Request.Builder request =
        new Request.Builder()
            .url(engine.endpoint())
            .header("Authorization", engine.authorization())
            .header("Accept", "application/json")
            .header("User-Agent", "typedprompt-java")
            .tag(PromptCall.class, tag)
            .post(body);
    for (Map.Entry<String, String> header : RequestHeaders.of(options).entrySet()) {
      request.header(header.getKey(), header.getValue());
    }
    return request.build();
  }
}
