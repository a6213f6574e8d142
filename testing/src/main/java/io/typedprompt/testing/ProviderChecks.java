package io.typedprompt.testing;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the API refuses about the {@code provider} object, the only one that takes no other keys.
 */
final class ProviderChecks {
  private static final Set<String> KEYS =
      Set.of(
          "order",
          "only",
          "ignore",
          "allow_fallbacks",
          "require_parameters",
          "data_collection",
          "zdr",
          "enforce_distillable_text",
          "quantizations",
          "sort",
          "preferred_min_throughput",
          "preferred_max_latency",
          "max_price");
  private static final List<String> SORTS = List.of("price", "throughput", "latency", "exacto");
  private static final List<String> QUANTIZATIONS =
      List.of(
          "int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32",
          "unknown");
  private static final List<String> PERCENTILES = List.of("p50", "p75", "p90", "p99");
  private static final List<String> PRICES =
      List.of("prompt", "completion", "request", "image", "audio");

  private ProviderChecks() {}

  static void check(Fields body) {
    Fields provider = body.object("provider");
    if (provider == null) {
      return;
    }
    provider.onlyKeys(KEYS);
    provider.texts("order");
    provider.texts("only");
    provider.texts("ignore");
    provider.bool("allow_fallbacks");
    provider.bool("require_parameters");
    provider.oneOf("data_collection", List.of("deny", "allow"));
    provider.bool("zdr");
    provider.bool("enforce_distillable_text");
    provider.textsOneOf("quantizations", QUANTIZATIONS);
    checkSort(provider);
    checkCutoffs(provider, "preferred_min_throughput");
    checkCutoffs(provider, "preferred_max_latency");
    checkMaxPrice(provider);
  }

  private static void checkSort(Fields provider) {
    JsonNode sort = provider.get("sort");
    if (sort == null) {
      return;
    }
    if (!sort.isObject()) {
      provider.oneOf("sort", SORTS);
      return;
    }
    Fields config = provider.requireObject("sort");
    config.oneOf("by", SORTS);
    config.oneOf("partition", List.of("model", "none"));
  }

  private static void checkCutoffs(Fields provider, String name) {
    JsonNode value = provider.get(name);
    if (value == null) {
      return;
    }
    if (!value.isObject()) {
      provider.number(name, 0, Double.MAX_VALUE);
      return;
    }
    Fields cutoffs = provider.requireObject(name);
    for (String percentile : PERCENTILES) {
      cutoffs.number(percentile, 0, Double.MAX_VALUE);
    }
  }

  /** Prices come as strings, as the document says, or as numbers, as the guide does. */
  private static void checkMaxPrice(Fields provider) {
    Fields maxPrice = provider.object("max_price");
    if (maxPrice == null) {
      return;
    }
    for (String name : PRICES) {
      JsonNode price = maxPrice.get(name);
      if (price == null) {
        continue;
      }
      if (!price.isString()) {
        maxPrice.number(name, 0, Double.MAX_VALUE);
      } else if (!price.stringValue().matches("\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?")) {
        throw maxPrice.rejection(
            "Expected a price in USD, received '" + price.stringValue() + "'", name);
      }
    }
  }
}
