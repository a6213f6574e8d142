import io.typedprompt.annotations.*;


@OpenRouterPrompt(reasoning = @Reasoning(effort = "hihg"))
public interface StoryPrompts {
  @UserMessage("Tell a story about {{topic}}.")
  String story(String topic);
}
