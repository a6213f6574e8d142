package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
final class Outer_InnerImpl implements Outer.Inner {
  private static final PromptMethod<String> SAY = PromptMethod.text("com.example.Outer.Inner.say",
      PromptOptions.builder().build());

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  Outer_InnerImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String say(String client, String user) {
    Arguments.present("Inner.say", "client", client);
    Arguments.present("Inner.say", "user", user);
    Text user_ = new Text()
        .append("Say ")
        .append(client)
        .append(" to ")
        .append(user)
        .append(".");
    return SAY.value(this.client, new PromptInput().user(user_.toString()));
  }
}
