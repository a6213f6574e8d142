package io.typedprompt.annotations;

/** OpenRouter's own plugins: values of {@link Plugin#id()}. */
public final class PluginId {
  /** Cuts a prompt that is longer than the model's context, see {@link Transform#MIDDLE_OUT}. */
  public static final String CONTEXT_COMPRESSION = "context-compression";

  /** Repairs malformed JSON answers on the server. */
  public static final String RESPONSE_HEALING = "response-healing";

  /** Reads PDF files for models that cannot. */
  public static final String FILE_PARSER = "file-parser";

  /** Searches the web before the model answers; billed by the search. */
  public static final String WEB = "web";

  /** Lets the model fetch web pages. */
  public static final String WEB_FETCH = "web-fetch";

  /** Settings of the model {@code openrouter/auto}. */
  public static final String AUTO_ROUTER = "auto-router";

  /** Settings of the model {@code openrouter/auto-beta}. */
  public static final String AUTO_BETA_ROUTER = "auto-beta-router";

  /** Settings of the model {@code openrouter/pareto-code}. */
  public static final String PARETO_ROUTER = "pareto-router";

  /** Several models that answer together. */
  public static final String FUSION = "fusion";

  /** Checks prompts before they are sent to a model. */
  public static final String MODERATION = "moderation";

  private PluginId() {}
}
