package io.typedprompt.internal.response;

import io.typedprompt.Cost;
import io.typedprompt.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer with status 200, which may still be an error.
 *
 * @param id OpenRouter's id of the answer; empty if it is missing
 * @param model the model that answered; empty if it is missing
 * @param provider the display name of the provider
 * @param serviceTier the class of service
 * @param choice the first choice; null if there is none
 * @param usage the tokens
 * @param cost the cost
 * @param error what went wrong
 */
public record Completion(
    String id,
    String model,
    @Nullable String provider,
    @Nullable String serviceTier,
    @Nullable Choice choice,
    Usage usage,
    Cost cost,
    @Nullable ApiError error) {}
