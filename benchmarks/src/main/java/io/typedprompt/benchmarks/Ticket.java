package io.typedprompt.benchmarks;

import java.util.List;

/** What the prompts are about. */
record Ticket(String subject, String body, List<String> attachments) {
  static Ticket sample() {
    return new Ticket(
        "All our builds fail since nine o'clock",
        """
        Hello,

        since this morning every build of ours ends with "manifest unknown" when it pulls the base
        image. We changed nothing. Forty developers wait, and we want to release at noon.

        Kind regards
        Ada""",
        List.of("build-4711.log", "screenshot.png"));
  }
}
