package io.typedprompt.testing;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /key} and {@code GET /generation}: what was used and charged. */
final class AccountEndpoints {
  private static final int FREE_REQUESTS = 1_000;

  /** What the API demands but this server has nothing to say about. */
  private static final String[] UNKNOWN = {
    "app_id",
    "latency",
    "moderation_latency",
    "generation_time",
    "native_tokens_completion_images",
    "num_media_prompt",
    "num_input_audio_prompt",
    "num_media_completion",
    "num_search_results",
    "num_fetches",
    "web_search_engine",
    "external_user",
    "preset_id",
    "router",
    "provider_responses",
    "user_agent",
    "http_referer",
    "workspace_id"
  };

  private final Ledger ledger;

  AccountEndpoints(Ledger ledger) {
    this.ledger = ledger;
  }

  Reply key() {
    BigDecimal usage = ledger.total();
    ObjectNode body = Json.object();
    ObjectNode data =
        body.putObject("data")
            .put("label", "embedded")
            .putNull("limit")
            .putNull("limit_remaining")
            .putNull("limit_reset")
            .put("usage", usage)
            .put("usage_daily", usage)
            .put("usage_weekly", usage)
            .put("usage_monthly", usage)
            .put("byok_usage", 0)
            .put("byok_usage_daily", 0)
            .put("byok_usage_weekly", 0)
            .put("byok_usage_monthly", 0)
            .put("include_byok_in_limit", false)
            .put("is_free_tier", false)
            .put("is_management_key", false)
            .put("is_provisioning_key", false)
            .put("creator_user_id", ApiError.USER_ID)
            .putNull("organization_id")
            .put("workspace_id", "workspace_embedded")
            .putNull("expires_at");
    data.putArray("allowed_data_regions").add("global");
    data.putObject("free_model_daily_requests")
        .put("limit", FREE_REQUESTS)
        .put("remaining", FREE_REQUESTS)
        .put("used", 0);
    data.putObject("rate_limit")
        .put("requests", -1)
        .put("interval", "10s")
        .put("note", "Not enforced.");
    return Reply.json(200, body);
  }

  Reply generation(Call call) {
    String id = call.query().getOrDefault("id", "");
    if (id.isEmpty()) {
      throw Rejection.badRequest("Required at \"id\"");
    }
    Generation generation =
        ledger
            .find(id)
            .orElseThrow(() -> new Rejection(ApiError.of(404, "Generation " + id + " not found")));
    ObjectNode body = Json.object();
    body.set("data", data(generation));
    return Reply.json(200, body);
  }

  private static ObjectNode data(Generation generation) {
    Usage usage = generation.usage();
    ObjectNode data =
        Json.object()
            .put("id", generation.id())
            .putNull("upstream_id")
            .put("total_cost", usage.cost())
            .put("usage", usage.cost())
            .put("upstream_inference_cost", usage.upstreamCost())
            .putNull("cache_discount")
            .put("created_at", generation.created().toString())
            .put("model", generation.model().canonicalSlug())
            .put("provider_name", generation.provider().name())
            .put("streamed", generation.request().isStreaming())
            .put("cancelled", false)
            .put("is_byok", usage.isByok())
            .put("origin", generation.request().header("http-referer").orElse(""))
            .put("finish_reason", generation.finishReason())
            .put("native_finish_reason", generation.nativeFinishReason())
            .put("tokens_prompt", usage.promptTokens())
            .put("tokens_completion", usage.completionTokens())
            .put("native_tokens_prompt", usage.promptTokens())
            .put("native_tokens_completion", usage.completionTokens())
            .put("native_tokens_reasoning", usage.reasoningTokens())
            .put("native_tokens_cached", 0)
            .put("api_type", "completions")
            .put("data_region", "global")
            .put("service_tier", "default");
    for (String name : UNKNOWN) {
      data.putNull(name);
    }
    return data;
  }
}
