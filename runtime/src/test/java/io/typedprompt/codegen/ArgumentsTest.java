package io.typedprompt.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void whatIsThereIsReturned() {
    Object value = new Object();
    assertThat(Arguments.present("P.m", "a", value)).isSameAs(value);
    assertThat(Arguments.presentAt("P.m", "a.b", value)).isSameAs(value);
  }

  @Test
  void aNullArgumentIsNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> Arguments.present("SupportPrompts.triage", "ticket", null))
        .withMessage(
            "SupportPrompts.triage: the argument 'ticket' is null. Declare the parameter @Nullable"
                + " or Optional if it may be missing.");
  }

  @Test
  void aNullOnTheWayIsNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> Arguments.presentAt("SupportPrompts.triage", "ticket.body", null))
        .withMessage(
            "SupportPrompts.triage: ticket.body is null. Declare it @Nullable or Optional if it may"
                + " be missing.");
  }
}
