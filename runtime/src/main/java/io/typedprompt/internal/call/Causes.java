package io.typedprompt.internal.call;

import io.typedprompt.internal.response.Redaction;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of the exceptions behind ours: OkHttp quotes what it cannot understand of an
 * answer, and the interceptors of users say what they like.
 */
final class Causes {
  private static final int MAX_DEPTH = 20;

  private Causes() {}

  /** The cause itself, or a copy that says the same in all but the secrets. */
  static @Nullable Throwable clean(@Nullable Throwable cause, Redaction redaction) {
    return cause == null || isClean(cause, redaction, MAX_DEPTH)
        ? cause
        : copy(cause, redaction, MAX_DEPTH);
  }

  private static boolean isClean(@Nullable Throwable failure, Redaction redaction, int depth) {
    if (failure == null) {
      return true;
    }
    String text = failure.toString();
    if (depth == 0 || !redaction.error(text).equals(text)) {
      return false;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (!isClean(suppressed, redaction, depth - 1)) {
        return false;
      }
    }
    return isClean(failure.getCause(), redaction, depth - 1);
  }

  private static @Nullable Throwable copy(
      @Nullable Throwable failure, Redaction redaction, int depth) {
    if (failure == null || depth == 0) {
      return null;
    }
    Throwable cause = copy(failure.getCause(), redaction, depth - 1);
    IOException copy = new IOException(redaction.error(failure.toString()), cause);
    copy.setStackTrace(failure.getStackTrace());
    for (Throwable suppressed : failure.getSuppressed()) {
      Throwable clean = copy(suppressed, redaction, depth - 1);
      if (clean != null) {
        copy.addSuppressed(clean);
      }
    }
    return copy;
  }
}
