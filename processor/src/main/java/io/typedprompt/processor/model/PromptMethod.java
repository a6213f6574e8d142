package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;
import java.util.List;
import java.util.Optional;

/**
 * A prompt.
 *
 * @param signature the Java method
 * @param displayName how messages name it, such as {@code SupportPrompts.triage}
 * @param parameters its parameters
 * @param style what the method returns around the answer
 * @param answer the answer's type
 * @param system the system message
 * @param user the user message; there may be none where the conversation is a parameter
 * @param prefill the beginning of the answer
 * @param examples few-shot pairs
 * @param options the method's own options
 * @param tools the classes whose methods the model may call
 * @param where the method's declaration
 */
public record PromptMethod(
    MethodSignature signature,
    String displayName,
    List<PromptParameter> parameters,
    ReturnStyle style,
    Shape answer,
    Optional<MessageTemplate> system,
    Optional<MessageTemplate> user,
    Optional<MessageTemplate> prefill,
    List<ExamplePair> examples,
    Options options,
    List<ToolClass> tools,
    Where where) {

  /** What a method returns around the answer. */
  public enum ReturnStyle {
    /** The answer itself. */
    VALUE("value"),
    /** A {@code PromptResult} of it. */
    RESULT("result"),
    /** A {@code CompletableFuture} of it. */
    FUTURE("future"),
    /** A {@code CompletableFuture} of a {@code PromptResult} of it. */
    FUTURE_RESULT("futureResult"),
    /** A {@code PromptStream} of it. */
    STREAM("stream"),
    /** A {@code Stream} of the pieces of its text. */
    TEXTS("texts"),
    /** A {@code Stream} of the elements of an answer that is a list. */
    ELEMENTS("elements");

    private final String call;

    ReturnStyle(String call) {
      this.call = call;
    }

    /** The method of the runtime's {@code PromptMethod} that makes such a call. */
    public String call() {
      return call;
    }

    /** Whether the answer is handed on while it comes, so that it cannot be asked for again. */
    public boolean isStreamed() {
      return this == STREAM || this == TEXTS || this == ELEMENTS;
    }
  }

  /** Whether the answer is text as it came, without a schema. */
  public boolean isText() {
    return answer instanceof Shape.StringShape;
  }
}
