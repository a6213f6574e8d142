package io.typedprompt.internal.response;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as the server describes it.
 *
 * @param code its status; 0 if it has none
 * @param type OpenRouter's word for the kind of error
 * @param reason what happened, in the words of the provider if there are any, else of OpenRouter;
 *     empty if nothing was said
 * @param provider the display name of the provider at which it happened
 * @param reasons categories of moderation or patterns of a guardrail
 * @param limitSource which limit was met
 * @param previousErrors what happened at the providers that were tried before
 * @param retryAfter how long to wait
 * @param rateLimitReset when the limit ends: seconds or milliseconds since 1970
 * @param availability why no model was available
 */
public record ApiError(
    int code,
    @Nullable String type,
    String reason,
    @Nullable String provider,
    List<String> reasons,
    @Nullable String limitSource,
    List<String> previousErrors,
    @Nullable Duration retryAfter,
    @Nullable String rateLimitReset,
    @Nullable Availability availability) {

  /** An error of which only the reason is known. */
  static ApiError of(String reason) {
    return new ApiError(0, null, reason, null, List.of(), null, List.of(), null, null, null);
  }

  /**
   * Why no model was available.
   *
   * @param code OpenRouter's word for it
   * @param retryable whether it may pass; null if the server does not say
   * @param excludedBy what removed the endpoints
   * @param fallbackModels models that could be asked instead
   * @param constraint what the constraint that removed them says
   */
  public record Availability(
      @Nullable String code,
      @Nullable Boolean retryable,
      List<String> excludedBy,
      List<String> fallbackModels,
      @Nullable String constraint) {}
}
