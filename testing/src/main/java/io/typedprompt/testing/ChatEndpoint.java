package io.typedprompt.testing;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /chat/completions}: checks the request, chooses the model, gives the answer. */
final class ChatEndpoint {
  private final Router router;
  private final Script script;
  private final AutomaticAnswer automatic;
  private final Ledger ledger;
  private final AtomicLong generations = new AtomicLong();

  ChatEndpoint(Router router, Script script, AutomaticAnswer automatic, Ledger ledger) {
    this.router = router;
    this.script = script;
    this.automatic = automatic;
    this.ledger = ledger;
  }

  /**
   * The reply to a call.
   *
   * @throws Rejection if the API would refuse it
   */
  Reply reply(Call call) {
    ChatRequest request = new ChatRequest(parse(call), call.headers());
    script.record(request);
    RequestChecks.check(request.body());
    Route route = router.route(request);
    Answer answer = script.answerTo(request).orElseGet(() -> automatic.to(request, route.model()));
    return render(answer, request, route)
        .withHeaders(answer.headers())
        .deliveredAs(answer.delivery());
  }

  private Reply render(Answer answer, ChatRequest request, Route route) {
    String id = nextId();
    Map<String, String> idHeader = Map.of("X-Generation-Id", id);
    Content content = answer.content();
    if (content instanceof Content.Failure failure) {
      return failure.error().reply().withHeaders(idHeader);
    }
    if (content instanceof Content.Raw raw) {
      return Reply.text(raw.status(), "application/json", raw.body()).withHeaders(idHeader);
    }
    Generation generation = generation(id, request, route, (Content.Message) content);
    ledger.add(generation);
    Reply reply =
        request.isStreaming()
            ? Reply.events(EventStream.of(generation))
            : Reply.json(200, CompletionJson.of(generation));
    return reply
        .withHeaders(idHeader)
        .tellingWhetherDelivered(whole -> ledger.delivered(id, whole));
  }

  private static Generation generation(
      String id, ChatRequest request, Route route, Content.Message message) {
    Usage usage = usage(request, route.model(), message);
    boolean billed = message.breakdown() == null && !message.finishReason().equals("error");
    if (!billed) {
      usage = usage.unbilled();
    }
    if (message.isByok()) {
      usage = usage.byok();
    }
    return new Generation(id, Instant.now(), route, request, message, usage);
  }

  private static Usage usage(ChatRequest request, Model model, Content.Message message) {
    int reasoning = message.reasoning() == null ? 0 : Tokens.of(message.reasoning());
    Content.StatedTokens stated = message.tokens();
    if (stated != null) {
      return Usage.of(model, stated.prompt(), stated.completion(), reasoning);
    }
    int completion = reasoning;
    completion += message.text() == null ? 0 : Tokens.of(message.text());
    completion += message.refusal() == null ? 0 : Tokens.of(message.refusal());
    for (Content.ToolCall call : message.toolCalls()) {
      completion += Tokens.of(call.name()) + Tokens.of(call.arguments());
    }
    return Usage.of(model, Tokens.ofPrompt(request.body()), completion, reasoning);
  }

  private static ObjectNode parse(Call call) {
    String contentType = call.header("content-type").orElse("");
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Rejection.badRequest(
          "Content-Type must be application/json, received '" + contentType + "'");
    }
    JsonNode body;
    try {
      body = Json.parse(call.body());
    } catch (JacksonException e) {
      throw Rejection.badRequest("Invalid JSON in request body: " + e.getOriginalMessage());
    }
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Rejection.badRequest("The request body must be a JSON object");
  }

  /** The form of real ids: seconds, then twenty letters and digits. */
  private String nextId() {
    String number = Long.toString(generations.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    return "gen-"
        + Instant.now().getEpochSecond()
        + "-"
        + "0".repeat(20 - number.length())
        + number;
  }
}
