package io.typedprompt.examples.chat;

import io.typedprompt.Conversation;
import io.typedprompt.Cost;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.testing.OpenRouterServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A chat on the terminal. An empty line, or the end of the input, ends it.
 *
 * <p>With {@code OPENROUTER_API_KEY} set it talks to OpenRouter; without, to the embedded server.
 * The name of a file as an argument makes it go on with the conversation that is stored there.
 */
public final class ChatExample {
  private static final String MARKET = "leeks, pears and trout";

  /** What of the past is sent again, and paid for again, with each question. */
  private static final long MOST_TOKENS = 8_000;

  private final ChatPrompts prompts;
  private final BufferedReader in;
  private final PrintStream out;
  private Cost total = Cost.none();

  ChatExample(OpenRouterClient client, BufferedReader in, PrintStream out) {
    this.prompts = new ChatPromptsImpl(client);
    this.in = in;
    this.out = out;
  }

  /** Runs the example; its argument is the file of the conversation, if there is one. */
  public static void main(String[] args) throws IOException {
    Path file = args.length == 0 ? null : Path.of(args[0]);
    Conversation history =
        file != null && Files.exists(file)
            ? Conversation.fromJson(Files.readString(file))
            : Conversation.of();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    if (System.getenv("OPENROUTER_API_KEY") != null) {
      System.out.println("Talking to OpenRouter, with the key in OPENROUTER_API_KEY.");
      try (OpenRouterClient client = OpenRouterClient.fromEnvironment()) {
        history = new ChatExample(client, in, System.out).run(history);
      }
    } else {
      System.out.println("OPENROUTER_API_KEY is not set: talking to the embedded server instead,");
      System.out.println("which answers from a script. Set the key to talk to OpenRouter.");
      history = runOffline(history, in, System.out);
    }
    if (file != null) {
      Files.writeString(file, history.toJson());
    }
  }

  static Conversation runOffline(Conversation history, BufferedReader in, PrintStream out)
      throws IOException {
    try (OpenRouterServer server = Kitchen.start();
        OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      return new ChatExample(client, in, out).run(history);
    }
  }

  /** Talks until the user has no more to say; returns the whole conversation. */
  Conversation run(Conversation history) throws IOException {
    Conversation conversation = history;
    out.println("Ask the cook. An empty line ends the chat.");
    for (String question = ask(); !question.isBlank(); question = ask()) {
      try {
        conversation = reply(conversation.limitTokens(MOST_TOKENS), question);
      } catch (OpenRouterException e) {
        out.println();
        out.println("That went wrong: " + e.getMessage());
      }
    }
    out.println("The chat cost " + total.amount().toPlainString() + " USD.");
    return conversation;
  }

  private String ask() throws IOException {
    out.print("> ");
    out.flush();
    String line = in.readLine();
    return line == null ? "" : line;
  }

  /** Prints the answer as it comes; returns the conversation that the next question goes on. */
  private Conversation reply(Conversation history, String question) {
    try (PromptStream<String> stream = prompts.reply(MARKET, history, question)) {
      for (String text : stream) {
        out.print(text);
        out.flush();
      }
      out.println();
      PromptResult<String> result = stream.result();
      total = total.plus(result.cost());
      return result.conversation();
    }
  }
}
