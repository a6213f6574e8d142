package com.example;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class ChatPromptsImpl implements ChatPrompts {
  private static final PromptOptions OPTIONS = PromptOptions.builder()
      .models("openai/gpt-4o-mini")
      .build();

  private static final PromptMethod<String> CHAT = PromptMethod.text("com.example.ChatPrompts.chat",
      OPTIONS);

  private static final PromptMethod<String> ANSWER = PromptMethod.text(
      "com.example.ChatPrompts.answer", OPTIONS);

  private static final PromptMethod<String> MAYBE = PromptMethod.text(
      "com.example.ChatPrompts.maybe", OPTIONS);

  private static final PromptMethod<String> OPTIONAL = PromptMethod.text(
      "com.example.ChatPrompts.optional", OPTIONS);

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public ChatPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public PromptStream<String> chat(String product, Conversation history, String question) {
    Arguments.present("ChatPrompts.chat", "product", product);
    Arguments.present("ChatPrompts.chat", "history", history);
    Arguments.present("ChatPrompts.chat", "question", question);
    Text system = new Text()
        .append("You help people who use ")
        .append(product)
        .append(".");
    Text user = new Text().append(question);
    return CHAT.stream(client, new PromptInput()
        .system(system.toString())
        .example(
            "Hi!",
            "Hello! What is wrong?")
        .history(history)
        .user(user.toString()));
  }

  @Override
  public PromptResult<String> answer(List<Message> conversation) {
    Arguments.present("ChatPrompts.answer", "conversation", conversation);
    return ANSWER.result(client, new PromptInput().history(conversation));
  }

  @Override
  public String maybe(Conversation history, PromptOptions options) {
    Arguments.present("ChatPrompts.maybe", "options", options);
    return MAYBE.value(client, new PromptInput()
        .history(history)
        .user("Go on.")
        .options(options));
  }

  @Override
  public String optional(Optional<List<? extends Message>> history) {
    return OPTIONAL.value(client, new PromptInput()
        .history(Arguments.orNull(history))
        .user("Go on."));
  }
}
