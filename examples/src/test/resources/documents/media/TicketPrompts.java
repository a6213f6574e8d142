import io.typedprompt.Image;
import io.typedprompt.annotations.*;

@OpenRouterPrompt
interface TicketPrompts {
  @UserMessage("{{ticket.text}} {{ticket.screenshot}}")
  String solve(Ticket ticket);

  record Ticket(String text, Image screenshot) {}
}
