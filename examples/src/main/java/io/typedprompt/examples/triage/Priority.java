package io.typedprompt.examples.triage;

import io.typedprompt.annotations.Description;

/** How soon a ticket needs somebody. */
public enum Priority {
  @Description("can wait for a week")
  LOW,
  @Description("needs an answer today")
  NORMAL,
  @Description("the customer cannot work, or loses data or money")
  URGENT
}
