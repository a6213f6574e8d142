package io.typedprompt.codegen;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.PromptOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one call of a prompt method says: its rendered texts and its options. Used once. */
public final class PromptInput {
  private final List<String> examples = new ArrayList<>();
  private List<Message> history = List.of();
  private @Nullable String system;
  private List<Object> user = List.of();
  private @Nullable String prefill;
  private @Nullable PromptOptions options;
  private List<ToolMethod<?>> tools = List.of();

  /** An input that says nothing yet. */
  public PromptInput() {}

  /** The system message; there may be none. */
  public PromptInput system(String text) {
    system = Objects.requireNonNull(text, "text");
    return this;
  }

  /** Adds an example of what a user says and what the model shall answer. */
  public PromptInput example(String user, String assistant) {
    examples.add(Objects.requireNonNull(user, "user"));
    examples.add(Objects.requireNonNull(assistant, "assistant"));
    return this;
  }

  /** What was said before; null is nothing. */
  public PromptInput history(@Nullable Conversation conversation) {
    history = conversation == null ? List.of() : conversation.messages();
    return this;
  }

  /** What was said before; null is nothing. */
  public PromptInput history(@Nullable List<? extends Message> messages) {
    history = messages == null ? List.of() : new ArrayList<>(messages);
    return this;
  }

  /** The user's message. */
  public PromptInput user(String text) {
    user = List.of(text);
    return this;
  }

  /** The user's message, with media. */
  public PromptInput user(Text text) {
    user = text.parts();
    return this;
  }

  /** The beginning of the answer. */
  public PromptInput prefill(String text) {
    prefill = Objects.requireNonNull(text, "text");
    return this;
  }

  /** The call's own options; null is none. */
  public PromptInput options(@Nullable PromptOptions options) {
    this.options = options;
    return this;
  }

  /** The methods that the model may call, each of another name. */
  public PromptInput tools(List<ToolMethod<?>> tools) {
    this.tools = List.copyOf(tools);
    return this;
  }

  /** The system message. */
  public @Nullable String systemText() {
    return system;
  }

  /** The examples: a user's text and the assistant's, by turns. */
  public List<String> exampleTexts() {
    return examples;
  }

  /** What was said before. */
  public List<Message> historyMessages() {
    return history;
  }

  /**
   * The user's message: texts and media in order, each a {@code String} or {@code Media}; empty if
   * there is none.
   */
  public List<Object> userParts() {
    return user;
  }

  /** The beginning of the answer. */
  public @Nullable String prefillText() {
    return prefill;
  }

  /** The call's own options. */
  public @Nullable PromptOptions callOptions() {
    return options;
  }

  /** The methods that the model may call; unmodifiable. */
  public List<ToolMethod<?>> toolMethods() {
    return tools;
  }
}
