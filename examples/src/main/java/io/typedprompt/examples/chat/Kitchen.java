package io.typedprompt.examples.chat;

import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import io.typedprompt.testing.OpenRouterServer;

/** What the model of the offline run answers. */
final class Kitchen {
  private Kitchen() {}

  /** A server with a cook who remembers what was said. */
  static OpenRouterServer start() {
    return OpenRouterServer.start().respond(Kitchen::answer);
  }

  private static Answer answer(ChatRequest request) {
    String question = request.userText();
    if (question.contains("for how many")) {
      return Answer.text("You said that " + firstQuestion(request) + " I cook for that.");
    }
    if (question.contains("dessert")) {
      return Answer.text("Pears in red wine, with a little cinnamon.");
    }
    return Answer.text("Trout on leeks, steamed. It takes twenty minutes.");
  }

  /** The first message after the system message; only the history has it. */
  private static String firstQuestion(ChatRequest request) {
    return request.body().path("messages").path(1).path("content").asString();
  }
}
