package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.internal.call.TransportFailure.Kind;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.response.Chunk;
import io.typedprompt.internal.response.ChunkReader;
import io.typedprompt.internal.response.EventParser;
import io.typedprompt.internal.response.StreamedCompletion;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer in server-sent events. It ends with the event {@code [DONE]}, or with the connection if
 * a chunk has said before why the model stopped; every other end is a failure.
 */
final class EventStream implements AnswerStream {
  private static final String DONE = "[DONE]";

  /** The chunks are kept for whoever wants to see them, unless they are absurdly many. */
  private static final int MAX_RAW = 64 << 20;

  private final Asker asker;
  private final HttpReply head;
  private final ResponseBytes bytes;
  private final @Nullable AnswerSchema schema;
  private final CallMessages conversation;
  private final EventParser events = new EventParser();
  private final StreamedCompletion completion;
  private final StringBuilder raw = new StringBuilder("[");
  private final byte[] buffer = new byte[8192];
  private boolean exhausted;
  private @Nullable Answer answer;
  private volatile boolean cancelled;

  /**
   * The stream that a reply has begun.
   *
   * @param head the reply's status and headers
   * @param bytes its body; closed at the end, whichever it is
   */
  EventStream(
      Asker asker,
      HttpReply head,
      ResponseBytes bytes,
      @Nullable AnswerSchema schema,
      CallMessages conversation) {
    this.asker = asker;
    this.head = head;
    this.bytes = bytes;
    this.schema = schema;
    this.conversation = conversation;
    this.completion = new StreamedCompletion(asker.redaction());
  }

  @Override
  public boolean advance() {
    if (cancelled) {
      throw abandoned(failures().closed(completion.completion(), head, textSoFar()));
    }
    if (answer != null) {
      return false;
    }
    String data = events.next();
    if (data != null) {
      accept(data);
    } else if (exhausted) {
      finishWithoutDone();
    } else {
      read();
    }
    return true;
  }

  @Override
  public CharSequence text() {
    if (answer != null) {
      return answer.text(schema);
    }
    return schema != null && schema.mode() == StructuredOutput.TOOL
        ? completion.arguments(schema.name())
        : completion.content();
  }

  @Override
  public Answer answer() {
    if (answer == null) {
      throw new IllegalStateException("The stream has not come to its end.");
    }
    return answer;
  }

  @Override
  public void cancel() {
    cancelled = true;
    bytes.cancel();
  }

  private void read() {
    try {
      int count = bytes.read(buffer);
      if (count >= 0) {
        events.feed(buffer, count);
      } else {
        events.end();
        exhausted = true;
      }
    } catch (TransportFailure failure) {
      broken(failure);
    } catch (IOException e) {
      broken(new TransportFailure(Kind.BROKEN, e));
    }
  }

  /** What breaks after the last word of the model takes nothing from the answer but its usage. */
  private void broken(TransportFailure failure) {
    if (cancelled) {
      return;
    }
    boolean deliberate = failure.kind() == Kind.INTERRUPTED || failure.kind() == Kind.CLOSED;
    if (deliberate || !completion.isFinished()) {
      throw abandoned(failures().broken(failure, completion.completion(), head, textSoFar()));
    }
    finish();
  }

  private void accept(String data) {
    if (events.isPlainJson()) {
      bytes.close();
      answer =
          asker.received(
              new HttpReply(head.status(), head.headers(), asker.redaction().answer(data)));
    } else if (data.strip().equals(DONE)) {
      finish();
    } else if (!data.isBlank()) {
      acceptChunk(asker.redaction().answer(data));
    }
  }

  private void acceptChunk(String data) {
    Chunk chunk = ChunkReader.read(data);
    if (chunk != null) {
      keep(data);
      completion.add(chunk);
      if (chunk.error() != null) {
        throw abandoned(
            asker.failures().inStream(data, completion.completion(), head, textSoFar()));
      }
    } else if (!exhausted && !completion.isFinished()) {
      throw abandoned(failures().unreadable(data, completion.completion(), head, textSoFar()));
    }
  }

  private void keep(String data) {
    if (raw.length() + data.length() < MAX_RAW) {
      raw.append(raw.length() == 1 ? "" : ",\n").append(data);
    }
  }

  private void finishWithoutDone() {
    if (!completion.isFinished()) {
      throw abandoned(failures().ended(completion.completion(), head, textSoFar()));
    }
    finish();
  }

  private void finish() {
    bytes.close();
    HttpReply whole = new HttpReply(head.status(), head.headers(), raw.append(']').toString());
    answer = asker.received(completion.completion(), whole);
  }

  private StreamFailures failures() {
    return asker.streamFailures();
  }

  private OpenRouterException abandoned(OpenRouterException failure) {
    bytes.cancel();
    bytes.close();
    return failure;
  }

  private String textSoFar() {
    return conversation.textSoFar(text());
  }
}
