package io.typedprompt.internal.request;

import io.typedprompt.ServerToolOptions;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.ToolChoice;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a request says of tools: the methods that the model may call, the function that takes
 * a typed answer where one is asked for in that way, the tools that OpenRouter runs, and which of
 * them the model must call.
 */
final class ToolFields {
  private final List<ToolMethod<?>> methods;
  private final @Nullable AnswerSchema answer;
  private final List<?> serverTools;
  private final @Nullable String choice;
  private final @Nullable Object parallel;
  private final JsonGenerator out;

  ToolFields(ChatRequest request, JsonGenerator out) {
    Map<String, @Nullable Object> options = request.options().toMap();
    AnswerSchema schema = request.schema();
    this.methods = request.tools();
    this.answer = schema != null && schema.mode() == StructuredOutput.TOOL ? schema : null;
    this.serverTools =
        options.get(Option.SERVER_TOOLS.optionName()) instanceof List<?> list ? list : List.of();
    this.choice = choice(request);
    this.parallel = options.get(Option.PARALLEL_TOOL_CALLS.optionName());
    this.out = out;
  }

  private static @Nullable String choice(ChatRequest request) {
    Object choice = request.options().toMap().get(Option.TOOL_CHOICE.optionName());
    return request.phase().choice(choice instanceof String text ? text : null);
  }

  /** Whether the developer wants the model to call a tool of the prompt's. */
  static boolean isForced(ChatRequest request) {
    String choice = request.tools().isEmpty() ? null : choice(request);
    return choice != null && !choice.equals(ToolChoice.AUTO) && !choice.equals(ToolChoice.NONE);
  }

  /** Nothing where there is no tool: the API refuses a choice among none. */
  void fields() {
    if (methods.isEmpty() && serverTools.isEmpty() && answer == null) {
      return;
    }
    out.writeName("tools");
    out.writeStartArray();
    for (ToolMethod<?> method : methods) {
      function(method.name(), method.description(), method.strict(), method.parameters().schema());
    }
    if (answer != null) {
      function(answer.name(), "Takes the answer.", answer.strict(), answer.schema());
    }
    for (Object tool : serverTools) {
      serverTool((ServerToolOptions) tool);
    }
    out.writeEndArray();
    choice();
    if (parallel != null) {
      out.writeName("parallel_tool_calls");
      JsonValues.write(out, parallel);
    }
  }

  private void function(String name, String description, boolean strict, String schema) {
    beginFunction(name);
    if (!description.isEmpty()) {
      out.writeStringProperty("description", description);
    }
    out.writeBooleanProperty("strict", strict);
    out.writeName("parameters");
    out.writeRawValue(schema);
    endFunction();
  }

  private void serverTool(ServerToolOptions tool) {
    out.writeStartObject();
    out.writeStringProperty("type", tool.type());
    if (!tool.parameters().isEmpty()) {
      out.writeName("parameters");
      JsonValues.write(out, tool.parameters());
    }
    out.writeEndObject();
  }

  private void choice() {
    if (answer != null && (methods.isEmpty() || ToolChoice.NONE.equals(choice))) {
      named(answer.name());
    } else if (answer != null && (choice == null || choice.equals(ToolChoice.AUTO))) {
      // The answer is a call, too, so the model goes on until it makes that one.
      out.writeStringProperty("tool_choice", ToolChoice.REQUIRED);
    } else if (choice != null) {
      chosen(choice);
    }
  }

  private void chosen(String tool) {
    if (tool.equals(ToolChoice.AUTO)
        || tool.equals(ToolChoice.NONE)
        || tool.equals(ToolChoice.REQUIRED)) {
      out.writeStringProperty("tool_choice", tool);
    } else if (isServerTool(tool)) {
      out.writeName("tool_choice");
      out.writeStartObject();
      out.writeStringProperty("type", tool);
      out.writeEndObject();
    } else {
      named(tool);
    }
  }

  private boolean isServerTool(String type) {
    for (Object tool : serverTools) {
      if (((ServerToolOptions) tool).type().equals(type)) {
        return true;
      }
    }
    return false;
  }

  private void named(String function) {
    out.writeName("tool_choice");
    beginFunction(function);
    endFunction();
  }

  private void beginFunction(String name) {
    out.writeStartObject();
    out.writeStringProperty("type", "function");
    out.writeName("function");
    out.writeStartObject();
    out.writeStringProperty("name", name);
  }

  private void endFunction() {
    out.writeEndObject();
    out.writeEndObject();
  }
}
