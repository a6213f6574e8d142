package com.example;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

/** The interface is public, but what it is in is not. */
final class Outer {
  private Outer() {}

  @OpenRouterPrompt
  public interface Inner {
    @UserMessage("Say {{client}} to {{user}}.")
    String say(String client, String user);

    default String twice(String client) {
      return say(client, client);
    }
  }
}
