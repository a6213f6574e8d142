package com.example;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.List;

@OpenRouterPrompt
public interface FilePrompts {
  record Comment(String text, List<Comment> answers) {}

  @UserMessage(resource = "prompts/thread.mustache")
  String summarise(String forum, List<Comment> comments);
}
