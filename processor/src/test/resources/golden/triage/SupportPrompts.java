package com.example;

import io.typedprompt.PromptResult;
import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.Example;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@OpenRouterPrompt
public interface SupportPrompts {
  enum Priority {
    LOW,
    HIGH
  }

  record Ticket(String subject, String body) {}

  record Due(int days) {}

  record Triage(
      @Description("one sentence that a support lead can act on") String summary,
      Priority priority,
      List<String> labels,
      double confidence,
      Optional<Due> due) {}

  @UserMessage("Subject: {{ticket.subject}}\n{{ticket.body}}")
  @Example(
      user = "Subject: Down\nAll is down.",
      assistant =
          """
          {"summary": "Outage", "priority": "HIGH", "labels": [], "confidence": 0.9, "due": {"days": 1}}
          """)
  PromptResult<Triage> triage(Ticket ticket);

  @UserMessage("Which priorities does {{ticket}} mention?")
  Set<Priority> mentioned(Ticket ticket);
}
