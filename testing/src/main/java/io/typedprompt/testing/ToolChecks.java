package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the API, or OpenAI behind it, refuses about {@code tools} and {@code tool_choice}. */
final class ToolChecks {
  private static final List<String> CHOICES = List.of("none", "auto", "required");
  private static final Set<String> WEB_SEARCH_SHORTHANDS =
      Set.of(
          "web_search",
          "web_search_preview",
          "web_search_preview_2025_03_11",
          "web_search_2025_08_26");
  private static final Set<String> SERVER_TOOLS =
      Set.of(
          "openrouter:web_search",
          "openrouter:web_fetch",
          "openrouter:datetime",
          "openrouter:image_generation",
          "openrouter:advisor",
          "openrouter:subagent",
          "openrouter:fusion",
          "openrouter:files",
          "openrouter:bash",
          "openrouter:experimental__search_models");

  private ToolChecks() {}

  static void check(Fields body) {
    List<String> functions = new ArrayList<>();
    for (Fields tool : body.objects("tools")) {
      String type = tool.requireText("type");
      if (type.equals("function")) {
        functions.add(checkFunction(tool));
      } else if (!SERVER_TOOLS.contains(type) && !WEB_SEARCH_SHORTHANDS.contains(type)) {
        throw tool.rejection("Invalid tool type '" + type + "'", "type");
      }
      MessageChecks.checkCacheControl(tool);
    }
    body.bool("parallel_tool_calls");
    checkChoice(body, functions);
  }

  private static String checkFunction(Fields tool) {
    Fields function = tool.requireObject("function");
    String name = function.requireName("name");
    function.text("description");
    function.object("parameters");
    function.bool("strict");
    if (FormatChecks.isStrict(function)) {
      FormatChecks.checkStrict(
          function.require("parameters"),
          "function '" + name + "'",
          tool.path() + ".function.parameters");
    }
    return name;
  }

  private static void checkChoice(Fields body, List<String> functions) {
    JsonNode choice = body.get("tool_choice");
    if (choice == null) {
      return;
    }
    boolean named = choice.isObject();
    if (!named) {
      body.oneOf("tool_choice", CHOICES);
    }
    boolean forces = named || choice.stringValue().equals("required");
    if (forces && body.array("tools").isEmpty()) {
      throw Rejection.badRequest("'tool_choice' is only allowed when 'tools' are specified.");
    }
    if (named) {
      checkNamedChoice(body.requireObject("tool_choice"), functions);
    }
  }

  private static void checkNamedChoice(Fields choice, List<String> functions) {
    if (!choice.requireText("type").equals("function")) {
      return;
    }
    String name = choice.requireObject("function").requireText("name");
    if (!functions.contains(name)) {
      throw Rejection.badRequest(
          "Invalid value for 'tool_choice': no function named '"
              + name
              + "' was specified in the"
              + " 'tools' parameter.");
    }
  }
}
