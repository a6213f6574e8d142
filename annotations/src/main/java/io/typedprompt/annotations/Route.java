package io.typedprompt.annotations;

/**
 * How OpenRouter walks through several {@link OpenRouterPrompt#models() models}. It is the API's
 * older, deprecated spelling of {@link ProviderPreferences#partition()}, which says the same today.
 */
public enum Route {
  /** The models in the order written: the next one when the one before fails. */
  FALLBACK,
  /** The endpoints of all models ranked together, see {@link ProviderPreferences#sort()}. */
  SORT
}
