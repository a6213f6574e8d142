import io.typedprompt.annotations.*;

@Precise @Creative
interface DraftPrompts {
  @UserMessage("Draft {{what}}.")
  String draft(String what);
}

@OpenRouterPrompt(temperature = 0)
@interface Precise {}

@OpenRouterPrompt(temperature = 1)
@interface Creative {}
