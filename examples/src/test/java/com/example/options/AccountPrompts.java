package com.example.options;

import io.typedprompt.annotations.CacheControl;
import io.typedprompt.annotations.CacheTtl;
import io.typedprompt.annotations.Metadata;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.PromptCache;
import io.typedprompt.annotations.PromptCacheMode;
import io.typedprompt.annotations.Trace;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
interface AccountPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(user = "user-4711")
  String user();

  @UserMessage("Hi")
  @OpenRouterPrompt(sessionId = "ticket-17")
  String sessionId();

  @UserMessage("Hi")
  @OpenRouterPrompt(promptCacheKey = "triage-v2")
  String promptCacheKey();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      metadata = {
        @Metadata(key = "team", value = "support"),
        @Metadata(key = "env", value = "test")
      })
  String metadata();

  @UserMessage("Hi")
  @OpenRouterPrompt(appReferer = "https://myapp.example")
  String appReferer();

  @UserMessage("Hi")
  @OpenRouterPrompt(appReferer = "https://myapp.example", appTitle = "My App")
  String appTitle();

  @UserMessage("Hi")
  @OpenRouterPrompt(appCategories = {"cli-agent", "cloud-agent"})
  String appCategories();

  @UserMessage("Hi")
  @OpenRouterPrompt(trace = @Trace(traceId = "a"))
  String traceId();

  @UserMessage("Hi")
  @OpenRouterPrompt(trace = @Trace(traceName = "a"))
  String traceName();

  @UserMessage("Hi")
  @OpenRouterPrompt(trace = @Trace(spanName = "a"))
  String spanName();

  @UserMessage("Hi")
  @OpenRouterPrompt(trace = @Trace(generationName = "a"))
  String generationName();

  @UserMessage("Hi")
  @OpenRouterPrompt(trace = @Trace(parentSpanId = "a"))
  String parentSpanId();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      trace =
          @Trace(
              metadata = {
                @Metadata(key = "team", value = "support"),
                @Metadata(key = "env", value = "test")
              }))
  String traceMetadata();

  @UserMessage("Hi")
  @OpenRouterPrompt(promptCacheOptions = @PromptCache(mode = PromptCacheMode.EXPLICIT))
  String promptCacheMode();

  @UserMessage("Hi")
  @OpenRouterPrompt(promptCacheOptions = @PromptCache(ttl = "30m"))
  String promptCacheTtl();

  @UserMessage("Hi")
  @OpenRouterPrompt(cacheControl = @CacheControl(automatic = CacheTtl.FIVE_MINUTES))
  String cacheAutomatic();

  @UserMessage("Hi")
  @OpenRouterPrompt(responseCache = true)
  String responseCache();

  @UserMessage("Hi")
  @OpenRouterPrompt(responseCacheTtlSeconds = 600)
  String responseCacheTtlSeconds();

  @UserMessage("Hi")
  @OpenRouterPrompt(routerMetadata = true)
  String routerMetadata();
}
