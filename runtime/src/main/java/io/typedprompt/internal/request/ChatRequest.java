package io.typedprompt.internal.request;

import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.ToolMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says.
 *
 * @param options the merged options
 * @param messages the conversation
 * @param schema the form of the answer, or null for text
 * @param stream whether the answer comes in pieces
 * @param tools the methods that the model may call
 * @param phase how far the call is with them
 * @param toolRequired whether endpoints are out of the question that would drop the choice of a
 *     tool, where the developer has made one
 */
public record ChatRequest(
    PromptOptions options,
    List<ChatMessage> messages,
    @Nullable AnswerSchema schema,
    boolean stream,
    List<ToolMethod<?>> tools,
    ToolPhase phase,
    boolean toolRequired) {

  /** A request before any of the methods was called. */
  public ChatRequest(
      PromptOptions options,
      List<ChatMessage> messages,
      @Nullable AnswerSchema schema,
      boolean stream,
      List<ToolMethod<?>> tools) {
    this(options, messages, schema, stream, tools, ToolPhase.FIRST, true);
  }

  /** A request without methods to call. */
  public ChatRequest(
      PromptOptions options,
      List<ChatMessage> messages,
      @Nullable AnswerSchema schema,
      boolean stream) {
    this(options, messages, schema, stream, List.of());
  }

  /** Whether the request asks for endpoints that drop none of its options. */
  public boolean isRequiring() {
    return (schema != null && schema.isRequired()) || (toolRequired && ToolFields.isForced(this));
  }
}
