package io.typedprompt.annotations;

/** Tools that OpenRouter runs: values of {@link ServerTool#type()}. */
public final class ServerToolType {
  /** Searches the web; billed by the search. */
  public static final String WEB_SEARCH = "openrouter:web_search";

  /** Fetches web pages and documents. */
  public static final String WEB_FETCH = "openrouter:web_fetch";

  /** Tells the date and time. */
  public static final String DATETIME = "openrouter:datetime";

  /** Makes images with another model. */
  public static final String IMAGE_GENERATION = "openrouter:image_generation";

  /** Asks another model for advice. */
  public static final String ADVISOR = "openrouter:advisor";

  /** Hands a part of the work to another model, which may have tools of its own. */
  public static final String SUBAGENT = "openrouter:subagent";

  /** Asks several models and joins what they say. */
  public static final String FUSION = "openrouter:fusion";

  /** Works with the files of the account. */
  public static final String FILES = "openrouter:files";

  /** Runs commands in a shell at OpenRouter. */
  public static final String BASH = "openrouter:bash";

  /** Searches OpenRouter's models; experimental. */
  public static final String SEARCH_MODELS = "openrouter:experimental__search_models";

  private ServerToolType() {}
}
