package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an answer says. */
sealed interface Content {

  /** An error of the API in place of an answer. */
  record Failure(ApiError error) implements Content {}

  /** A body that is sent as it is. */
  record Raw(int status, String body) implements Content {}

  /**
   * A function call of the model.
   *
   * @param name the function
   * @param arguments JSON
   */
  record ToolCall(String name, String arguments) {}

  /**
   * A failure of the provider in the middle of an answer.
   *
   * @param share how much of the text comes before it, from 0 to 1
   * @param error what is reported
   */
  record Breakdown(double share, ApiError error) {}

  /**
   * Tokens that the test states instead of the server's estimate.
   *
   * @param prompt tokens of the request
   * @param completion tokens of the answer
   */
  record StatedTokens(int prompt, int completion) {}

  /**
   * A model's answer.
   *
   * @param text null if the message has none
   * @param refusal why the model declines, null if it does not
   * @param reasoning the model's reasoning, null if it shows none
   * @param toolCalls the functions that it calls
   * @param finishReason the API's word
   * @param tokens null for the estimate
   * @param isByok true if the caller's own provider key pays
   * @param breakdown null if all goes well
   * @param edits changes to the finished body of a response that is not streamed
   */
  record Message(
      @Nullable String text,
      @Nullable String refusal,
      @Nullable String reasoning,
      List<ToolCall> toolCalls,
      String finishReason,
      @Nullable StatedTokens tokens,
      boolean isByok,
      @Nullable Breakdown breakdown,
      List<Consumer<ObjectNode>> edits)
      implements Content {

    static Message ofText(String text) {
      return new Message(text, null, null, List.of(), "stop", null, false, null, List.of());
    }

    static Message ofToolCall(ToolCall call) {
      return new Message(
          null, null, null, List.of(call), "tool_calls", null, false, null, List.of());
    }

    static Message ofRefusal(String refusal) {
      return new Message(null, refusal, null, List.of(), "stop", null, false, null, List.of());
    }

    Message withReasoning(String changed) {
      return new Message(
          text, refusal, changed, toolCalls, finishReason, tokens, isByok, breakdown, edits);
    }

    Message withFinishReason(String changed) {
      return new Message(
          text, refusal, reasoning, toolCalls, changed, tokens, isByok, breakdown, edits);
    }

    Message withTokens(StatedTokens changed) {
      return new Message(
          text, refusal, reasoning, toolCalls, finishReason, changed, isByok, breakdown, edits);
    }

    Message withByok() {
      return new Message(
          text, refusal, reasoning, toolCalls, finishReason, tokens, true, breakdown, edits);
    }

    Message withBreakdown(Breakdown changed) {
      return new Message(
          text, refusal, reasoning, toolCalls, finishReason, tokens, isByok, changed, edits);
    }

    Message plusToolCall(ToolCall call) {
      return new Message(
          text,
          refusal,
          reasoning,
          plus(toolCalls, call),
          "tool_calls",
          tokens,
          isByok,
          breakdown,
          edits);
    }

    Message plusEdit(Consumer<ObjectNode> edit) {
      return new Message(
          text,
          refusal,
          reasoning,
          toolCalls,
          finishReason,
          tokens,
          isByok,
          breakdown,
          plus(edits, edit));
    }

    private static <T> List<T> plus(List<T> list, T item) {
      List<T> longer = new ArrayList<>(list);
      longer.add(item);
      return List.copyOf(longer);
    }
  }
}
