package io.typedprompt.internal.call;

import io.typedprompt.ToolCall;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.AssistantChatMessage;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Completion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in which the server reports no error. */
record Answer(Completion completion, Choice choice, HttpReply reply) {
  /**
   * Where the answer is: in the arguments of the tool if one was forced and is called, otherwise in
   * the content.
   */
  String text(@Nullable AnswerSchema schema) {
    if (schema == null || schema.mode() != StructuredOutput.TOOL) {
      return choice.content();
    }
    for (ToolCall call : choice.toolCalls()) {
      if (call.name().equals(schema.name())) {
        return call.arguments();
      }
    }
    return choice.content();
  }

  /**
   * What the model said, in the form in which it goes back when the conversation goes on.
   *
   * @param text the text; null if the message only calls tools
   * @param toolCalls the calls, with the ids that the results of the tools will refer to
   */
  AssistantChatMessage message(@Nullable String text, List<ToolCall> toolCalls) {
    return new AssistantChatMessage(
        text, toolCalls, choice.reasoning(), choice.reasoningDetails(), null, null);
  }
}
