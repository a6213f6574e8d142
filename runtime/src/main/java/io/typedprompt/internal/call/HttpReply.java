package io.typedprompt.internal.call;

import io.typedprompt.internal.response.Completion;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body, without the API key; empty if it comes in pieces
 * @param stream the body that comes in pieces, which has to be closed
 */
record HttpReply(int status, Headers headers, String body, @Nullable ResponseBytes stream) {
  HttpReply(int status, Headers headers, String body) {
    this(status, headers, body, null);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The id in the answer is the same as in the header, which errors have too. */
  @Nullable String generationId(@Nullable Completion completion) {
    return completion == null || completion.id().isEmpty()
        ? header("X-Generation-Id")
        : completion.id();
  }
}
