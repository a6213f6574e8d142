import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt(models = "openai/gpt-4o-mini")
public interface SupportPrompts {

  @SystemMessage("You triage support tickets for {{product}}.")
  @UserMessage(
      """
      {{#ticket}}
      Subject: {{subjct}}
      {{body}}
      {{/ticket}}
      """)
  String triage(String product, Ticket ticket);

  record Ticket(String subject, String body) {}
}
