package com.example;

import io.typedprompt.annotations.Example;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
public interface HaikuPrompts {
  @SystemMessage("You are a poet.")
  @UserMessage("A haiku about {{topic}}, please.")
  @Example(user = "A haiku about frogs, please.", assistant = "An old silent pond…")
  String haiku(String topic);
}
