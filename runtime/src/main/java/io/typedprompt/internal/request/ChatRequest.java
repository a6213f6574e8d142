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
 */
public record ChatRequest(
    PromptOptions options,
    List<ChatMessage> messages,
    @Nullable AnswerSchema schema,
    boolean stream,
    List<ToolMethod<?>> tools) {

  /** A request without methods to call. */
  public ChatRequest(
      PromptOptions options,
      List<ChatMessage> messages,
      @Nullable AnswerSchema schema,
      boolean stream) {
    this(options, messages, schema, stream, List.of());
  }
}
