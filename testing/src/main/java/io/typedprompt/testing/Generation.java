package io.typedprompt.testing;

import java.time.Instant;

/**
 * An answer that a model gave: what response bodies, streams and the ledger are made of.
 *
 * @param id the generation's id
 * @param created when
 * @param route who answered
 * @param request what it was asked
 * @param message what it said
 * @param usage what it used and cost
 */
record Generation(
    String id,
    Instant created,
    Route route,
    ChatRequest request,
    Content.Message message,
    Usage usage) {

  /** The beginning of the text that came before the breakdown; all of it if there was none. */
  String sentText() {
    String text = message.text() == null ? "" : message.text();
    Content.Breakdown breakdown = message.breakdown();
    if (breakdown == null) {
      return text;
    }
    int codePoints = text.codePointCount(0, text.length());
    return text.substring(
        0, text.offsetByCodePoints(0, (int) Math.floor(codePoints * breakdown.share())));
  }

  Model model() {
    return route.model();
  }

  Provider provider() {
    return route.provider();
  }

  String finishReason() {
    return message.breakdown() == null ? message.finishReason() : "error";
  }

  String nativeFinishReason() {
    return finishReason().equals("stop") ? model().nativeStop() : finishReason();
  }
}
