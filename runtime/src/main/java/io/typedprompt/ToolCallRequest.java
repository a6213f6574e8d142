package io.typedprompt;

import java.util.Objects;

/** A tool call that a {@link ToolApproval} decides about. Immutable. */
public final class ToolCallRequest {
  private final String methodName;
  private final ToolCall call;
  private final int round;

  private ToolCallRequest(String methodName, ToolCall call, int round) {
    this.methodName = Objects.requireNonNull(methodName, "methodName");
    this.call = Objects.requireNonNull(call, "call");
    this.round = round;
  }

  /** A request, for tests of approvals. */
  public static ToolCallRequest of(String methodName, ToolCall call, int round) {
    return new ToolCallRequest(methodName, call, round);
  }

  /** The prompt's method with its interface, such as {@code com.acme.SupportPrompts.triage}. */
  public String methodName() {
    return methodName;
  }

  /**
   * The tool and its arguments: exactly what is run. The arguments are a strict JSON object, whose
   * members fit the tool's parameters.
   */
  public ToolCall call() {
    return call;
  }

  /** How many times the model has called tools in this call of the prompt, this one included. */
  public int round() {
    return round;
  }

  @Override
  public String toString() {
    return call + " in round " + round + " of " + methodName;
  }
}
