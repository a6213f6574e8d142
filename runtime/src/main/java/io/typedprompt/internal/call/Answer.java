package io.typedprompt.internal.call;

import io.typedprompt.ToolCall;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Completion;
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
}
