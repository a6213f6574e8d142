package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;

/** What OpenAI refuses about calls of tools and their results: each must have the other. */
final class ToolMessageChecks {
  private final List<String> open = new ArrayList<>();
  private boolean isAfterCalls;

  private ToolMessageChecks() {}

  static void check(List<Fields> messages) {
    ToolMessageChecks checks = new ToolMessageChecks();
    for (Fields message : messages) {
      checks.next(message);
    }
    checks.requireNoneOpen();
  }

  private void next(Fields message) {
    if (message.requireText("role").equals("tool")) {
      answered(message);
      return;
    }
    requireNoneOpen();
    List<Fields> calls = message.objects("tool_calls");
    isAfterCalls = !calls.isEmpty();
    for (Fields call : calls) {
      open.add(call.requireText("id"));
    }
  }

  private void answered(Fields message) {
    String id = message.requireText("tool_call_id");
    if (!isAfterCalls || !open.remove(id)) {
      throw Rejection.badRequest(
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
              + " with 'tool_calls'.");
    }
  }

  private void requireNoneOpen() {
    if (!open.isEmpty()) {
      throw Rejection.badRequest(
          "An assistant message with 'tool_calls' must be followed by tool messages responding to"
              + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
              + String.join(", ", open));
    }
  }
}
