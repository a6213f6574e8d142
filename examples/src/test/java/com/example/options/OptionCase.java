package com.example.options;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One option alone.
 *
 * @param option its name, with that of its group
 * @param annotated calls a prompt whose annotation has it
 * @param built sets it to the same value
 * @param body what is sent beside the messages, without the braces
 */
record OptionCase(
    String option,
    Function<OpenRouterClient, String> annotated,
    Consumer<PromptOptions.Builder> built,
    String body) {

  @Override
  public String toString() {
    return option + ": " + body;
  }
}
