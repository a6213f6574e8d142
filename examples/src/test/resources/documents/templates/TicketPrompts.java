import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.Optional;

@OpenRouterPrompt
public interface TicketPrompts {
  @UserMessage(
      "Dear {{customer.nmae}}, thank you for {{subject}}.")
  String answer(Customer customer, String subject);

  record Customer(String name, Optional<String> plan) {}
}
