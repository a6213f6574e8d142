package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Resources;
import io.typedprompt.codegen.Text;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class FilePromptsImpl implements FilePrompts {
  private static final PromptMethod<String> SUMMARISE = PromptMethod.text(
      "com.example.FilePrompts.summarise", PromptOptions.builder().build());

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public FilePromptsImpl(OpenRouterClient client) {
    assert Resources.isCurrent(
        FilePromptsImpl.class, "prompts/thread.mustache",
        "00cc5df1608e0ff4a7ca19d004f549892c230b1d34b2e6068f7d30c94ab4437e");
    assert Resources.isCurrent(
        FilePromptsImpl.class, "prompts/comment.mustache",
        "3eadb2ee28f133657641e81ea85cbf1ad18a66e0f7162486e0d48575f9c44908");
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String summarise(String forum, List<FilePrompts.Comment> comments) {
    Arguments.present("FilePrompts.summarise", "forum", forum);
    Arguments.present("FilePrompts.summarise", "comments", comments);
    Text user = new Text()
        .append("A thread in ")
        .append(forum)
        .append(":\n");
    for (FilePrompts.Comment comment : comments) {
      Arguments.presentAt("FilePrompts.summarise", "an element of comments", comment);
      renderComment(user, comment);
    }
    return SUMMARISE.value(client, new PromptInput().user(user.toString()));
  }

  private static void renderComment(Text text, FilePrompts.Comment comment) {
    text
        .append("(")
        .append(Arguments.presentAt("FilePrompts.summarise", "comments.text", comment.text()));
    for (FilePrompts.Comment answer : Arguments.presentAt("FilePrompts.summarise",
        "comments.answers", comment.answers())) {
      Arguments.presentAt("FilePrompts.summarise", "an element of comments.answers", answer);
      renderComment(text, answer);
    }
    text.append(")\n");
  }
}
