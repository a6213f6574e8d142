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
 */
public record ChatRequest(
    PromptOptions options,
    List<ChatMessage> messages,
    @Nullable AnswerSchema schema,
    boolean stream,
    List<ToolMethod<?>> tools,
    ToolPhase phase) {

  /** A request before any of the methods was called. */
  public ChatRequest(
      PromptOptions options,
      List<ChatMessage> messages,
      @Nullable AnswerSchema schema,
      boolean stream,
      List<ToolMethod<?>> tools) {
    this(options, messages, schema, stream, tools, ToolPhase.FIRST);
  }

  /** A request without methods to call. */
  public ChatRequest(
      PromptOptions options,
      List<ChatMessage> messages,
      @Nullable AnswerSchema schema,
      boolean stream) {
    this(options, messages, schema, stream, List.of());
  }
}
