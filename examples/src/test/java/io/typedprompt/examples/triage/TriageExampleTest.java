package io.typedprompt.examples.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TriageExampleTest {
  @Test
  void printsAnswersWithUsageAndCostOffline() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    TriageExample.runOffline(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """

            All our builds fail since 06:10 UTC
              URGENT [outage, registry]: All builds of an Enterprise customer fail on registry errors
              openai/gpt-4o-mini, 291 tokens, 0.00005985 USD

            Invoice for October
              LOW [billing]: Put the new VAT number on the October invoice
              openai/gpt-4o-mini, 259 tokens, 0.0000519 USD

            {{name}} shows up in the welcome mail
              NORMAL [mail, templates]: The welcome mail is sent with an unfilled template
              openai/gpt-4o-mini, 272 tokens, 0.00005565 USD

              Grey light, blinking lines -
              forty unread cries for help.
              Coffee. Begin. One.

            All triaged tickets together cost 0.00016740 USD.
            """);
  }
}
