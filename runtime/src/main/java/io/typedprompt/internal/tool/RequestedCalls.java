package io.typedprompt.internal.tool;

import io.typedprompt.ToolCall;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.answer.ArgumentsJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sense of the tool calls of an answer, however its provider has written them. */
public final class RequestedCalls {
  private final ToolSet tools;
  private final CallIds ids;
  private final boolean strict;

  /**
   * @param ids those of the conversation
   * @param strict whether arguments with mistakes in their JSON are none
   */
  public RequestedCalls(List<ToolMethod<?>> tools, CallIds ids, boolean strict) {
    this.tools = new ToolSet(tools);
    this.ids = ids;
    this.strict = strict;
  }

  /** The calls of one answer, in its order. */
  public List<RequestedCall> of(List<ToolCall> written) {
    List<RequestedCall> calls = new ArrayList<>(written.size());
    for (ToolCall call : written) {
      calls.add(of(call));
    }
    return calls;
  }

  private RequestedCall of(ToolCall written) {
    ToolMethod<?> tool = tools.find(written.name());
    String name = tool == null ? sendable(written.name()) : tool.name();
    String arguments = ArgumentsJson.of(written.arguments(), strict);
    ToolCall call =
        ToolCall.of(ids.unique(written.id()), name, arguments == null ? "{}" : arguments);
    return new RequestedCall(call, tool, written, arguments != null);
  }

  /** The name with nothing in it that no tool's name may have. */
  private static String sendable(String name) {
    StringBuilder sendable = new StringBuilder();
    for (int i = 0; i < name.length() && i < ToolSet.LONGEST_NAME; i++) {
      char c = name.charAt(i);
      boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      sendable.append(allowed || c == '-' ? c : '_');
    }
    return sendable.length() == 0 ? "unnamed" : sendable.toString();
  }

  /** The call, ready to run, or what is wrong with it. */
  public PreparedCall prepare(RequestedCall call, boolean roundIntegers) {
    @Nullable ToolMethod<?> tool = call.tool();
    if (tool == null) {
      return new PreparedCall.Rejected(tools.unknown(call.written().name()));
    }
    return call.isReadable()
        ? PreparedCall.of(tool, call.call().arguments(), strict, roundIntegers)
        : new PreparedCall.Rejected(ToolWords.unreadable(tool, call.written().arguments()));
  }
}
