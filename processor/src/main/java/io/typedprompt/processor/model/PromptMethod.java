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
 * @param user the user message
 * @param prefill the beginning of the answer
 * @param examples few-shot pairs
 * @param options the method's own options
 * @param where the method's declaration
 */
public record PromptMethod(
    MethodSignature signature,
    String displayName,
    List<PromptParameter> parameters,
    ReturnStyle style,
    Shape answer,
    Optional<MessageTemplate> system,
    MessageTemplate user,
    Optional<MessageTemplate> prefill,
    List<ExamplePair> examples,
    Options options,
    Where where) {

  /** What a method returns around the answer. */
  public enum ReturnStyle {
    /** The answer itself. */
    VALUE,
    /** A {@code PromptResult} of it. */
    RESULT
  }

  /** Whether the answer is text as it came, without a schema. */
  public boolean isText() {
    return answer instanceof Shape.StringShape;
  }
}
