package io.typedprompt.annotations;

/**
 * Whether providers that may keep prompts are used: values of {@link
 * ProviderPreferences#dataCollection()}.
 */
public final class DataCollection {
  /** All providers (what the server does by default). */
  public static final String ALLOW = "allow";

  /** Only providers that do not keep prompts. */
  public static final String DENY = "deny";

  private DataCollection() {}
}
