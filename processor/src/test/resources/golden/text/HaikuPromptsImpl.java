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
public final class HaikuPromptsImpl implements HaikuPrompts {
  private static final PromptMethod<String> HAIKU = PromptMethod.text(
      "com.example.HaikuPrompts.haiku", PromptOptions.builder().build());

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public HaikuPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String haiku(String topic) {
    Arguments.present("HaikuPrompts.haiku", "topic", topic);
    Text user = new Text()
        .append("A haiku about ")
        .append(topic)
        .append(", please.");
    return HAIKU.value(client, new PromptInput()
        .system("You are a poet.")
        .example(
            "A haiku about frogs, please.",
            "An old silent pond\u2026")
        .user(user.toString()));
  }
}
