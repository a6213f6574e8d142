package com.example.options;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.Plugin;
import io.typedprompt.annotations.PluginId;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.ServerTool;
import io.typedprompt.annotations.ServerToolType;
import io.typedprompt.annotations.ServiceTier;
import io.typedprompt.annotations.ToolChoice;
import io.typedprompt.annotations.Transform;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
interface RoutingPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(models = "openai/gpt-4o-mini")
  String model();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini", "google/gemma-4-31b-it"})
  String models();

  @UserMessage("Hi")
  @OpenRouterPrompt(route = Route.SORT)
  String route();

  @UserMessage("Hi")
  @OpenRouterPrompt(transforms = Transform.MIDDLE_OUT)
  String transforms();

  @UserMessage("Hi")
  @OpenRouterPrompt(transforms = {})
  String noTransforms();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      plugins = {
        @Plugin(
            id = PluginId.WEB,
            json =
                """
                {"max_results": 3, "include_domains": ["example.com"]}
                """),
        @Plugin(id = PluginId.RESPONSE_HEALING)
      })
  String plugins();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      serverTools = {
        @ServerTool(type = ServerToolType.WEB_SEARCH, json = "{\"max_results\": 3}"),
        @ServerTool(type = ServerToolType.DATETIME)
      })
  String serverTools();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      serverTools = @ServerTool(type = ServerToolType.DATETIME),
      toolChoice = ToolChoice.REQUIRED)
  String toolChoice();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      serverTools = @ServerTool(type = ServerToolType.DATETIME),
      toolChoice = ServerToolType.DATETIME)
  String serverToolChoice();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      serverTools = @ServerTool(type = ServerToolType.DATETIME),
      parallelToolCalls = false)
  String parallelToolCalls();

  @UserMessage("Hi")
  @OpenRouterPrompt(preset = "support-desk")
  String preset();

  @UserMessage("Hi")
  @OpenRouterPrompt(serviceTier = ServiceTier.FLEX)
  String serviceTier();
}
