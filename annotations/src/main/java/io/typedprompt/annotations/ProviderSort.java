package io.typedprompt.annotations;

/**
 * What endpoints are ranked by: values of {@link ProviderPreferences#sort()}. Any of them turns
 * load balancing off.
 */
public final class ProviderSort {
  /** Cheapest first. */
  public static final String PRICE = "price";

  /** Most tokens per second first. */
  public static final String THROUGHPUT = "throughput";

  /** Quickest first token first. */
  public static final String LATENCY = "latency";

  /** Best measured quality of tool calls first. */
  public static final String EXACTO = "exacto";

  private ProviderSort() {}
}
