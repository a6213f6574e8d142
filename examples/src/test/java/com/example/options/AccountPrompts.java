package com.example.options;

import io.typedprompt.annotations.Metadata;
import io.typedprompt.annotations.OpenRouterPrompt;
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
}
