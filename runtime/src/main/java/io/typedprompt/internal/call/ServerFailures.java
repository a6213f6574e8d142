package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.AuthenticationException;
import io.typedprompt.FailureDetails;
import io.typedprompt.InsufficientCreditsException;
import io.typedprompt.InvalidRequestException;
import io.typedprompt.NoEndpointsException;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PermissionDeniedException;
import io.typedprompt.ProviderException;
import io.typedprompt.RateLimitException;
import io.typedprompt.internal.response.ApiError;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Chunk;
import io.typedprompt.internal.response.ChunkReader;
import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.CompletionReader;
import io.typedprompt.internal.response.ErrorReader;
import io.typedprompt.internal.response.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes the exception for what a server says went wrong, in its status or in its answer. */
final class ServerFailures {
  private final CallRecord call;
  private final Redaction redaction;

  ServerFailures(CallRecord call, Redaction redaction) {
    this.call = call;
    this.redaction = redaction;
  }

  /** The request was refused with a status that is not success. */
  OpenRouterException refused(HttpReply reply, byte[] request) {
    String body = redaction.error(reply.body());
    ApiError error = ErrorReader.readBody(body);
    Duration wait = RetryAfter.of(reply, error, call.now());
    List<String> sent = reply.status() == 404 ? SentOptions.in(request) : List.of();
    Words words = words(reply, error, wait, sent);
    call.failed(words.headline(), error.provider(), mayBeCharged(reply.status()));
    FailureDetails.Builder details =
        call.details(words, reply.generationId(null))
            .status(reply.status())
            .errorType(error.type())
            .provider(error.provider())
            .retryable(isRetryable(reply.status(), error))
            .retryAfter(wait)
            .reasons(error.reasons())
            .rawBody(body);
    OptionalLong tokens = StatusWords.affordableTokens(error);
    if (tokens.isPresent()) {
      details.affordableTokens(tokens.getAsLong());
    }
    return exception(reply.status(), details.build());
  }

  private Words words(HttpReply reply, ApiError error, @Nullable Duration wait, List<String> sent) {
    String location = reply.header("Location");
    return reply.status() >= 300 && reply.status() < 400 && location != null
        ? new Words(
            reply.status() + " redirected to " + redaction.error(location),
            "Redirects are not followed; set the client's baseUrl to where the API is.")
        : StatusWords.of(reply.status(), error, wait, sent);
  }

  /** The answer has status 200 and says that the provider failed, perhaps after a part of it. */
  OpenRouterException inside(Completion original, HttpReply reply) {
    String body = redaction.error(reply.body());
    Completion clean = CompletionReader.read(body);
    Completion completion = clean == null ? original : clean;
    ApiError error = error(completion);
    return failed(error, completion, "an answer with status 200", reply, body, text(completion));
  }

  /**
   * An event of a stream says that the provider failed.
   *
   * @param data the event
   * @param completion all that came, the event included
   * @param text the text that came
   */
  OpenRouterException inStream(String data, Completion completion, HttpReply head, String text) {
    String body = redaction.error(data);
    Chunk clean = ChunkReader.read(body);
    ApiError error = clean == null || clean.error() == null ? error(completion) : clean.error();
    return failed(error, completion, "a stream", head, body, redaction.answer(text));
  }

  private OpenRouterException failed(
      ApiError error,
      Completion completion,
      String where,
      HttpReply reply,
      String body,
      String text) {
    int status = error.code() == 0 ? reply.status() : error.code();
    Duration wait = RetryAfter.of(reply, error, call.now());
    String headline =
        status == 200 ? "error in " + where : StatusWords.headline(status, error) + ", in " + where;
    Words words = StatusWords.of(status, error, wait, List.of()).withHeadline(headline);
    call.end(Attempt.Outcome.FAILED, headline, completion);
    String provider = error.provider() == null ? completion.provider() : error.provider();
    return new ProviderException(
        call.details(words, reply.generationId(completion))
            .status(status)
            .errorType(error.type())
            .provider(provider)
            .retryable(isRetryable(status, error))
            .retryAfter(wait)
            .rawBody(body)
            .text(text)
            .build());
  }

  /** The answer has status 200 and is nothing that this client can read. */
  OpenRouterException unreadable(HttpReply reply) {
    String headline = "the answer with status " + reply.status() + " is not JSON";
    String body = redaction.error(reply.body());
    String reason = ErrorReader.readBody(body).reason();
    Words words =
        new Words(headline, reason, "Check that the client's baseUrl is that of OpenRouter's API.");
    call.failed(headline, null, true);
    return new ProviderException(
        call.details(words, reply.generationId(null)).status(reply.status()).rawBody(body).build());
  }

  /**
   * The answer has status 200 and no choice, or one that ended in an error without saying which.
   */
  OpenRouterException unfinished(Completion completion, HttpReply reply) {
    String headline =
        completion.choice() == null
            ? "the answer has no choices"
            : "the provider failed in the middle of its answer";
    call.end(Attempt.Outcome.FAILED, headline, completion);
    String provider = completion.provider();
    Words words =
        new Words(
            provider == null ? headline : headline + " (" + provider + ")",
            "Try again later, or name further models as fallbacks.");
    return new ProviderException(
        call.details(words, reply.generationId(completion))
            .status(reply.status())
            .provider(provider)
            .retryable(true)
            .rawBody(redaction.error(reply.body()))
            .text(text(completion))
            .build());
  }

  private static ApiError error(Completion completion) {
    ApiError error = completion.error();
    Choice choice = completion.choice();
    if (error == null && choice != null) {
      error = choice.error();
    }
    if (error == null) {
      throw new IllegalArgumentException("The answer has no error.");
    }
    return error;
  }

  private static String text(Completion completion) {
    Choice choice = completion.choice();
    return choice == null ? "" : choice.content();
  }

  /** Only where a time ran out, a model may have answered all the same. */
  private static boolean mayBeCharged(int status) {
    return status == 408 || status == 504 || status == 524 || status < 400;
  }

  private static boolean isRetryable(int status, ApiError error) {
    ApiError.Availability availability = error.availability();
    if (availability != null && availability.retryable() != null) {
      return availability.retryable();
    }
    if (status == 429) {
      return !StatusWords.isDailyQuota(error);
    }
    return status == 408 || (status >= 500 && status != 501);
  }

  private static OpenRouterException exception(int status, FailureDetails details) {
    return switch (status) {
      case 401 -> new AuthenticationException(details);
      case 402 -> new InsufficientCreditsException(details);
      case 403 -> new PermissionDeniedException(details);
      case 404 -> new NoEndpointsException(details);
      case 408 -> new ProviderException(details);
      case 429 -> new RateLimitException(details);
      default ->
          status >= 400 && status < 500
              ? new InvalidRequestException(details)
              : new ProviderException(details);
    };
  }
}
