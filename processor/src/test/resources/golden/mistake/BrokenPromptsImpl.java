package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptResult;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal"})
public final class BrokenPromptsImpl implements BrokenPrompts {
  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public BrokenPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public PromptResult<String> haiku(String topic) {
    throw new IllegalStateException("the prompts of this class have compile errors");
  }

  @Override
  public int name(String... things) {
    throw new IllegalStateException("the prompts of this class have compile errors");
  }
}
