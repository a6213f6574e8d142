package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.FinishReason;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptCall;
import io.typedprompt.internal.request.ChatRequest;
import io.typedprompt.internal.request.RequestHeaders;
import io.typedprompt.internal.request.RequestWriter;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.CompletionReader;
import io.typedprompt.internal.response.Redaction;
import java.util.Map;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one call, within its time, and turns every failure into its exception. */
final class Asker {
  private static final String STREAM_TYPES = "text/event-stream, application/json";

  private final PromptEngine engine;
  private final Deadline deadline;
  private final CallRecord record;
  private final CallGuard guard;
  private final Retries retries;

  Asker(PromptEngine engine, Deadline deadline, CallRecord record, CallGuard guard) {
    this.engine = engine;
    this.deadline = deadline;
    this.record = record;
    this.guard = guard;
    this.retries = new Retries(engine, record, deadline, guard);
  }

  /**
   * The answer, in which nothing says that something went wrong on the way. A request that failed
   * is repeated where that is safe.
   *
   * @param kind why it is sent for the first time
   */
  Answer ask(ChatRequest request, Attempt.Kind kind) {
    byte[] json = RequestWriter.write(request);
    for (int repeats = 0; ; repeats++) {
      record.begin(repeats == 0 ? kind : Attempt.Kind.RETRY, json);
      try {
        return checked(send(request, new JsonBody(json)), json);
      } catch (OpenRouterException failure) {
        retries.await(failure, repeats);
      }
    }
  }

  /**
   * The beginning of an answer that may come in pieces. A request that failed before is repeated
   * where that is safe; what fails later is not.
   *
   * @param kind why it is sent for the first time
   */
  AnswerStream open(ChatRequest request, Attempt.Kind kind, CallMessages conversation) {
    byte[] json = RequestWriter.write(request);
    for (int repeats = 0; ; repeats++) {
      record.begin(repeats == 0 ? kind : Attempt.Kind.RETRY, json);
      try {
        HttpReply reply = send(request, new JsonBody(json));
        return reply.stream() == null
            ? new WholeAnswer(
                checked(reply, json), request.schema(), conversation.handedOn(), streamFailures())
            : new EventStream(this, reply, reply.stream(), request.schema(), conversation);
      } catch (OpenRouterException failure) {
        retries.await(failure, repeats);
      }
    }
  }

  private Answer checked(HttpReply reply, byte[] request) {
    if (!reply.isSuccess()) {
      record.received(reply.body());
      throw failures().refused(reply, request);
    }
    return received(reply);
  }

  /** The answer in a reply whose status is success. */
  Answer received(HttpReply reply) {
    record.received(reply.body());
    Completion completion = CompletionReader.read(reply.body());
    if (completion == null) {
      throw failures().unreadable(reply);
    }
    Choice choice = completion.choice();
    if (completion.error() != null || (choice != null && choice.error() != null)) {
      throw failures().inside(completion, reply);
    }
    return answer(completion, choice, reply);
  }

  /** The answer that came in pieces. */
  Answer received(Completion completion, HttpReply reply) {
    record.received(reply.body());
    return answer(completion, completion.choice(), reply);
  }

  private Answer answer(Completion completion, @Nullable Choice choice, HttpReply reply) {
    if (choice == null || choice.finishReason().equals(FinishReason.ERROR)) {
      throw failures().unfinished(completion, reply);
    }
    return new Answer(completion, choice, reply);
  }

  /** Made on demand, as most calls need none of its classes. */
  ServerFailures failures() {
    return new ServerFailures(record, engine.redaction());
  }

  /** What a stream can fail with after it has begun. */
  StreamFailures streamFailures() {
    return new StreamFailures(record, engine.redaction(), engine.endpoint().host());
  }

  /** For what comes in pieces. */
  Redaction redaction() {
    return engine.redaction();
  }

  private HttpReply send(ChatRequest chat, JsonBody body) throws OpenRouterException {
    try {
      return engine.transport().send(request(chat, body), body, chat.stream(), deadline.nanoTime());
    } catch (TransportFailure failure) {
      boolean ambiguous = engine.settings().retries().retryAmbiguous();
      throw new TransportFailures(
              record, engine.redaction(), engine.endpoint().host(), ambiguous, guard)
          .exception(failure, deadline.timeout(), body.started());
    }
  }

  private Request request(ChatRequest chat, JsonBody body) {
    Request.Builder request =
        new Request.Builder()
            .url(engine.endpoint())
            .header("Authorization", engine.authorization())
            .header("Accept", chat.stream() ? STREAM_TYPES : "application/json")
            .header("User-Agent", "typedprompt-java")
            .post(body);
    if (engine.http().hasUser()) {
      // Only a user's interceptors would look for it, and it makes OkHttp load many classes.
      request.tag(PromptCall.class, record.call());
    }
    for (Map.Entry<String, String> header : RequestHeaders.of(chat).entrySet()) {
      request.header(header.getKey(), header.getValue());
    }
    return request.build();
  }
}
