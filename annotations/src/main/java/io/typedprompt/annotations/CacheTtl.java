package io.typedprompt.annotations;

/** How long providers cache a prompt: values of the members of {@link CacheControl}. */
public final class CacheTtl {
  /** Five minutes since the last use. */
  public static final String FIVE_MINUTES = "5m";

  /** An hour since the last use; writing to the cache costs more. */
  public static final String ONE_HOUR = "1h";

  private CacheTtl() {}
}
