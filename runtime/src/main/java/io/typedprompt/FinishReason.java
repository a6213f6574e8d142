package io.typedprompt;

import java.util.Objects;

/**
 * Why a model stopped. The API adds reasons over time, so this is an open type: whatever the server
 * said is kept, and compares equal by its text.
 */
public final class FinishReason {
  /** The answer is complete, or a stop text was met. */
  public static final FinishReason STOP = new FinishReason("stop");

  /** The limit of tokens was reached; the answer is cut. */
  public static final FinishReason LENGTH = new FinishReason("length");

  /** The model asks for tools to be called. */
  public static final FinishReason TOOL_CALLS = new FinishReason("tool_calls");

  /** A filter of the provider held the answer back, or a part of it. */
  public static final FinishReason CONTENT_FILTER = new FinishReason("content_filter");

  /** The provider failed in the middle of the answer. */
  public static final FinishReason ERROR = new FinishReason("error");

  /** The server gave no reason; the text is empty. */
  public static final FinishReason UNKNOWN = new FinishReason("");

  private final String text;

  private FinishReason(String text) {
    this.text = text;
  }

  /** The reason that the API writes as {@code text}, such as {@code "stop"}. */
  public static FinishReason of(String text) {
    return new FinishReason(Objects.requireNonNull(text, "text"));
  }

  /** The reason as the server wrote it; empty for {@link #UNKNOWN}. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FinishReason that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "unknown" : text;
  }
}
