package io.typedprompt;

import java.util.Objects;

/**
 * Which prompt a request belongs to. It is attached to every OkHttp request as a tag, so that an
 * interceptor can tell:
 *
 * <pre>{@code
 * PromptCall call = chain.request().tag(PromptCall.class);
 * }</pre>
 */
public final class PromptCall {
  private final String methodName;
  private final PromptOptions options;

  private PromptCall(String methodName, PromptOptions options) {
    this.methodName = methodName;
    this.options = options;
  }

  /** A call of the method with these merged options. */
  public static PromptCall of(String methodName, PromptOptions options) {
    return new PromptCall(
        Objects.requireNonNull(methodName, "methodName"),
        Objects.requireNonNull(options, "options"));
  }

  /** The prompt's method with its interface, such as {@code com.acme.SupportPrompts.triage}. */
  public String methodName() {
    return methodName;
  }

  /** The options of all levels, merged. */
  public PromptOptions options() {
    return options;
  }

  @Override
  public String toString() {
    return methodName;
  }
}
