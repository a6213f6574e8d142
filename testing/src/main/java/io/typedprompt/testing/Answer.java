package io.typedprompt.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scripted answer: what the model says, or how the API fails. Immutable; each method that refines
 * an answer returns a new one, so {@code Answer.text("half an ans").finish("length")} reads as it
 * is sent. The same answer may be enqueued many times.
 */
public final class Answer {
  private final Content content;
  private final Map<String, String> headers;
  private final Delivery delivery;

  private Answer(Content content, Map<String, String> headers, Delivery delivery) {
    this.content = content;
    this.headers = headers;
    this.delivery = delivery;
  }

  private static Answer of(Content content) {
    return new Answer(content, Map.of(), Delivery.PROMPT);
  }

  /** The model says this. The text is sent as it is, also if the request asks for a schema. */
  public static Answer text(String text) {
    return of(Content.Message.ofText(text));
  }

  /**
   * The model says this JSON.
   *
   * @throws IllegalArgumentException if it is not JSON; {@link #text} says things that are not
   */
  public static Answer json(String json) {
    return text(checkedJson(json));
  }

  /** The model says this value, such as a record, a map or a {@code JsonNode}, written as JSON. */
  public static Answer json(Object value) {
    return text(Json.text(value));
  }

  /** The model declines, in the field that the API has for it. */
  public static Answer refusal(String reason) {
    return of(Content.Message.ofRefusal(reason));
  }

  /**
   * The model calls a function.
   *
   * @param arguments a JSON object
   * @throws IllegalArgumentException if the arguments are not JSON
   */
  public static Answer toolCall(String name, String arguments) {
    return of(Content.Message.ofToolCall(new Content.ToolCall(name, checkedJson(arguments))));
  }

  /** The model calls a function with this value, such as a record or a map, written as JSON. */
  public static Answer toolCall(String name, Object arguments) {
    return toolCall(name, Json.text(arguments));
  }

  /**
   * The API answers with an error in its own shape.
   *
   * @param status the HTTP status, 400 to 599, which the body repeats
   */
  public static Answer error(int status, String message) {
    return of(new Content.Failure(ApiError.of(checkedErrorStatus(status), message)));
  }

  /**
   * The provider behind the model answers with an error, which the API wraps: the message is
   * "Provider returned error", and the provider's own words are in {@code metadata.raw}.
   *
   * @param status the HTTP status, 400 to 599
   * @param provider the provider's display name
   * @param raw the provider's body
   */
  public static Answer providerError(int status, String provider, String raw) {
    return of(new Content.Failure(ApiError.ofProvider(checkedErrorStatus(status), provider, raw)));
  }

  /**
   * Exactly this body, as {@code application/json} unless {@link #header} says otherwise.
   *
   * @param status the HTTP status, 200 to 599
   */
  public static Answer raw(int status, String body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599, got " + status);
    }
    return of(new Content.Raw(status, body));
  }

  /** No response, not even a status: the connection is closed when the request is in. */
  public static Answer disconnect() {
    return of(new Content.Raw(200, "")).breakOffAt(0);
  }

  /**
   * The finish reason, such as {@code length} or {@code content_filter}.
   *
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer finish(String reason) {
    return withMessage("finish", message -> message.withFinishReason(reason));
  }

  /**
   * The reasoning that the model shows.
   *
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer reasoning(String reasoning) {
    return withMessage("reasoning", message -> message.withReasoning(reasoning));
  }

  /**
   * One more function call in the same message.
   *
   * @param arguments a JSON object
   * @throws IllegalArgumentException if the arguments are not JSON
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer andToolCall(String name, String arguments) {
    Content.ToolCall call = new Content.ToolCall(name, checkedJson(arguments));
    return withMessage("andToolCall", message -> message.plusToolCall(call));
  }

  /**
   * The tokens that the answer reports and is charged for, instead of the server's estimate.
   *
   * @throws IllegalArgumentException if a number is negative
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer tokens(int prompt, int completion) {
    if (prompt < 0 || completion < 0) {
      throw new IllegalArgumentException(
          "token counts cannot be negative, got " + prompt + " and " + completion);
    }
    return withMessage(
        "tokens", message -> message.withTokens(new Content.StatedTokens(prompt, completion)));
  }

  /**
   * The answer is billed to the caller's own key at the provider: {@code usage.cost} is 0, {@code
   * is_byok} true, and the price stands under {@code upstream_inference_cost}.
   *
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer byok() {
    return withMessage("byok", Content.Message::withByok);
  }

  /**
   * The provider fails when a part of the text is out: an error chunk in a stream, an error inside
   * the choice of a response with status 200 otherwise.
   *
   * @param share how much of the text comes before the failure, from 0 to 1
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer failAt(double share, int status, String message) {
    Content.Breakdown breakdown =
        new Content.Breakdown(
            checkedShare(share), ApiError.of(checkedErrorStatus(status), message));
    return withMessage("failAt", answer -> answer.withBreakdown(breakdown));
  }

  /**
   * Changes the finished response body, for shapes that nothing else here makes. It has no effect
   * on a stream, and none on what the server counts as charged.
   *
   * @throws IllegalStateException if this is not something that a model says
   */
  public Answer edit(Consumer<ObjectNode> change) {
    return withMessage("edit", message -> message.plusEdit(change));
  }

  /** A response header, added or replaced. */
  public Answer header(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return new Answer(content, changed, delivery);
  }

  /** The header {@code Retry-After}, in whole seconds. */
  public Answer retryAfter(Duration wait) {
    return header("Retry-After", String.valueOf(wait.toSeconds()));
  }

  /** The first byte leaves this much later. No thread waits meanwhile. */
  public Answer delay(Duration delay) {
    return withDelivery(delivery.withDelay(checkedDuration(delay)));
  }

  /** The first byte leaves when this has completed, normally or not: a delay without a clock. */
  public Answer holdUntil(CompletionStage<?> gate) {
    return withDelivery(delivery.withGate(gate));
  }

  /** The chunks of a stream leave with this much time between them. */
  public Answer pace(Duration pause) {
    return withDelivery(delivery.withPace(checkedDuration(pause)));
  }

  /**
   * Only a part of the body is sent, and the HTTP message then ends as if it were whole: a cut that
   * only the content shows.
   *
   * @param share how much of the body is sent, from 0 to 1
   */
  public Answer cutAt(double share) {
    return withDelivery(delivery.endingAt(checkedShare(share), Delivery.Ending.COMPLETE));
  }

  /**
   * The connection is closed when a part of the body is sent.
   *
   * @param share how much of the body is sent, from 0 to 1; with 0, not even the status is
   */
  public Answer breakOffAt(double share) {
    return withDelivery(delivery.endingAt(checkedShare(share), Delivery.Ending.CLOSE));
  }

  /**
   * The connection is reset when a part of the body is sent. What was sent and not yet read may be
   * lost on the way, as it is with real resets.
   *
   * @param share how much of the body is sent, from 0 to 1; with 0, not even the status is
   */
  public Answer resetAt(double share) {
    return withDelivery(delivery.endingAt(checkedShare(share), Delivery.Ending.RESET));
  }

  /**
   * The body is sent in chunks and without {@code Content-Length}, as many gateways do: together
   * with {@link #cutAt} a cut that only its content shows. Streams are always sent so.
   */
  public Answer chunked() {
    return withDelivery(delivery.inChunks());
  }

  Content content() {
    return content;
  }

  Map<String, String> headers() {
    return headers;
  }

  Delivery delivery() {
    return delivery;
  }

  /** Says what kind of answer this is, not what it contains. */
  @Override
  public String toString() {
    return "Answer[" + content.getClass().getSimpleName() + "]";
  }

  private Answer withDelivery(Delivery changed) {
    return new Answer(content, headers, changed);
  }

  private Answer withMessage(String method, UnaryOperator<Content.Message> change) {
    if (content instanceof Content.Message message) {
      return new Answer(change.apply(message), headers, delivery);
    }
    throw new IllegalStateException(
        method + " refines what a model says: use it after text, json, refusal or toolCall");
  }

  private static String checkedJson(String json) {
    try {
      Json.parse(json);
      return json;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static int checkedErrorStatus(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be from 400 to 599, got " + status);
    }
    return status;
  }

  private static double checkedShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, got " + share);
    }
    return share;
  }

  private static Duration checkedDuration(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration cannot be negative, got " + duration);
    }
    return duration;
  }
}
