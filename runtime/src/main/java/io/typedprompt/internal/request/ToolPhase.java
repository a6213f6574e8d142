package io.typedprompt.internal.request;

import io.typedprompt.annotations.ToolChoice;
import org.jspecify.annotations.Nullable;

/** How far a call is with the tools that its model may call. */
public enum ToolPhase {
  /** None was called yet. */
  FIRST,
  /** Some were called, and more may be. */
  LATER,
  /** The model has called tools as often as it may, and must answer now. */
  LAST;

  /**
   * What a request of this phase says of the choice. A model that must call a tool would never come
   * to an end, so it must do so only once.
   *
   * @param choice what the developer says of it, or null
   */
  @Nullable String choice(@Nullable String choice) {
    return switch (this) {
      case FIRST -> choice;
      case LATER ->
          ToolChoice.AUTO.equals(choice) || ToolChoice.NONE.equals(choice) ? choice : null;
      case LAST -> ToolChoice.NONE;
    };
  }
}
