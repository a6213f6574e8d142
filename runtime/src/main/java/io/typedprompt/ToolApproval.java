package io.typedprompt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a tool that a model calls is run: a person is asked, or rules are checked.
 *
 * <pre>{@code
 * OpenRouterClient.builder().toolApproval(request ->
 *     request.call().name().equals("refund")
 *         ? ToolApproval.Decision.refuse("Refunds need a person; tell the customer so.")
 *         : ToolApproval.Decision.approve())
 * }</pre>
 *
 * <p>It is asked on the thread of the call, for one tool call after the other in the order of the
 * model, before any of them is run; not about tools that do not exist and arguments that do not
 * fit. The time that it takes counts for the timeout of the call. Calls run at the same time, so it
 * must be thread-safe.
 */
@FunctionalInterface
public interface ToolApproval {
  /**
   * Decides about one tool call.
   *
   * @throws Exception to give up the whole call of the prompt, which then ends with a {@link
   *     CallCancelledException} that has this as its cause; none of the tools that the model called
   *     at the same time is run
   */
  Decision decide(ToolCallRequest request) throws Exception;

  /** What was decided. Immutable. */
  final class Decision {
    private static final Decision APPROVED = new Decision(null);

    private final @Nullable String reason;

    private Decision(@Nullable String reason) {
      this.reason = reason;
    }

    /** The tool is run. */
    public static Decision approve() {
      return APPROVED;
    }

    /**
     * The tool is not run, and the model goes on without it.
     *
     * @param reason why not, in words for the model; may be empty
     */
    public static Decision refuse(String reason) {
      return new Decision(Objects.requireNonNull(reason, "reason"));
    }

    /** Whether the tool is run. */
    public boolean isApproved() {
      return reason == null;
    }

    /** Why the tool is not run; empty if it is, or if there was nothing to say. */
    public String reason() {
      return reason == null ? "" : reason;
    }

    @Override
    public String toString() {
      return isApproved() ? "approved" : "refused";
    }
  }
}
