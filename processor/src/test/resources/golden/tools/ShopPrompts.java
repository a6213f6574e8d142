package com.example;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.ServerTool;
import io.typedprompt.annotations.ServerToolType;
import io.typedprompt.annotations.ToolChoice;
import io.typedprompt.annotations.UserMessage;
import java.time.LocalDate;

@OpenRouterPrompt(
    models = "openai/gpt-4o-mini",
    tools = {Stock.class, Basket.class},
    maxToolRounds = 4)
public interface ShopPrompts {
  @UserMessage("{{question}}")
  String ask(String question);

  @UserMessage("{{question}}")
  String askFor(Basket basket, String question);

  @OpenRouterPrompt(
      tools = {Calendar.class, Rates.class},
      toolChoice = ToolChoice.REQUIRED,
      serverTools =
          @ServerTool(type = ServerToolType.WEB_SEARCH, json = "{\"max_results\": 3}"))
  @UserMessage("When does {{what}} arrive?")
  LocalDate arrival(String what);

  @OpenRouterPrompt(unset = "tools")
  @UserMessage("{{question}}")
  String chat(String question);
}
