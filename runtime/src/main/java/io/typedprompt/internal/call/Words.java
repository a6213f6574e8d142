package io.typedprompt.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * What an exception says.
 *
 * @param headline what happened, in a few words without a full stop
 * @param reason why, in the server's words; may be empty
 * @param advice what to do, in whole sentences; may be empty
 */
record Words(String headline, String reason, String advice) {
  Words(String headline, String advice) {
    this(headline, "", advice);
  }

  Words withHeadline(String other) {
    return new Words(other, reason, advice);
  }

  /** One line: where, what, why, what to do, and the id under which OpenRouter knows it. */
  String message(String method, @Nullable String generationId) {
    StringBuilder text = new StringBuilder(method).append(": ").append(headline);
    if (!reason.isEmpty()) {
      text.append(": ").append(reason);
    }
    if (!endsSentence(text)) {
      text.append('.');
    }
    if (!advice.isEmpty()) {
      text.append(' ').append(advice);
    }
    if (generationId != null && !generationId.isEmpty()) {
      text.append(" (generation ").append(generationId).append(')');
    }
    return text.toString();
  }

  private static boolean endsSentence(CharSequence text) {
    char last = text.charAt(text.length() - 1);
    return last == '.' || last == '!' || last == '?';
  }
}
