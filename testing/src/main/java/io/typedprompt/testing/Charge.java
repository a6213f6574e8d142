package io.typedprompt.testing;

import java.math.BigDecimal;

/**
 * What one answer of a model cost.
 *
 * @param request what was asked: one of {@link OpenRouterServer#requests()}
 * @param generationId the answer's id, which is the header {@code X-Generation-Id}, too
 * @param cost what the account was charged, in USD; 0 if the provider failed
 * @param delivered whether the whole answer was sent: it was neither cut nor broken off nor reset,
 *     and the connection was there until its end. Otherwise it is charged all the same, and the
 *     client cannot know how much.
 */
public record Charge(
    ChatRequest request, String generationId, BigDecimal cost, boolean delivered) {}
