package com.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.typedprompt.annotations.Alias;
import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
public interface MoodPrompts {
  @Description("how the writer feels")
  enum Mood {
    @JsonProperty("happy")
    @Alias({"glad", "positive"})
    HAPPY,
    @JsonProperty("sad")
    @Description("also when tired")
    SAD
  }

  @UserMessage("Is this {{expected}}? {{text}}")
  Mood mood(String text, Mood expected);
}
