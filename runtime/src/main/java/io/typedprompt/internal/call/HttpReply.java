package io.typedprompt.internal.call;

import io.typedprompt.internal.response.Completion;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body, without the API key
 */
record HttpReply(int status, Headers headers, String body) {
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
