package io.typedprompt.internal.response;

import io.typedprompt.Cost;
import io.typedprompt.Usage;
import org.jspecify.annotations.Nullable;

/**
 * One event of a streamed answer; what is null was not in it.
 *
 * @param id OpenRouter's id of the answer
 * @param model the model that answers
 * @param provider the display name of the provider
 * @param serviceTier the class of service
 * @param delta what the first choice goes on with
 * @param usage the tokens up to now
 * @param cost the cost up to now; there exactly if the usage is
 * @param error what went wrong
 */
public record Chunk(
    @Nullable String id,
    @Nullable String model,
    @Nullable String provider,
    @Nullable String serviceTier,
    @Nullable Delta delta,
    @Nullable Usage usage,
    @Nullable Cost cost,
    @Nullable ApiError error) {}
