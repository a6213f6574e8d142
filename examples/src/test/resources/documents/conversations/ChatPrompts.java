import io.typedprompt.Conversation;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt(models = "anthropic/claude-sonnet-4.5")
public interface ChatPrompts {

  @UserMessage("{{history}} {{question}}")
  String reply(Conversation history, String question);
}
