package io.typedprompt.annotations;

/** How OpenAI caches prompts: values of {@link PromptCache#mode()}. */
public final class PromptCacheMode {
  /** Only up to the marks in the messages, see {@link CacheControl}. */
  public static final String EXPLICIT = "explicit";

  private PromptCacheMode() {}
}
