package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a call asks for the form of its answer. When the server refuses one, the call
 * tries the same without the demand that an endpoint knows every option, and then the next simpler
 * one, down to words in the prompt, and stays with what was answered. A way that the developer
 * chose stays as it is.
 */
final class SchemaLadder {
  private final boolean chosen;
  private @Nullable AnswerSchema schema;
  private List<String> droppable = List.of();
  private boolean toolRequired = true;
  private boolean simplified;
  private boolean told;

  SchemaLadder(@Nullable AnswerFormat<?> format, StructuredOutput mode, List<ToolMethod<?>> tools) {
    chosen = mode != StructuredOutput.AUTO;
    schema = format == null ? null : new AnswerSchema(name(format, tools), format.schema(), mode);
  }

  /** The schema's name is that of a function, perhaps, which must not be that of a tool. */
  private static String name(AnswerFormat<?> format, List<ToolMethod<?>> tools) {
    for (ToolMethod<?> tool : tools) {
      if (tool.name().equals(format.name())) {
        return "final_answer";
      }
    }
    return format.name();
  }

  /** How the form is asked for now; null for text. */
  @Nullable AnswerSchema schema() {
    return schema;
  }

  /** Whether an endpoint must not drop the choice of a tool. */
  boolean toolRequired() {
    return toolRequired;
  }

  /**
   * Goes on to what may be asked instead.
   *
   * @throws OpenRouterException the failure itself, if there is nothing or the form is not to blame
   */
  void step(ChatRequest refused, OpenRouterException failure) {
    if ((schema == null && !refused.isRequiring()) || !isToBlame(refused, failure)) {
      throw failure;
    }
    told = false;
    List<String> others = ParameterStep.droppable(refused, failure);
    if (!others.isEmpty()) {
      droppable = others;
      toolRequired = false;
      schema = schema == null ? null : schema.withoutRequirement();
      return;
    }
    AnswerSchema simpler = chosen || schema == null ? null : schema.simpler();
    if (simpler == null) {
      throw failure;
    }
    droppable = List.of();
    simplified = true;
    schema = simpler;
  }

  /** Whether the form of the answer may be, or the choice of a tool where there is no form. */
  private boolean isToBlame(ChatRequest refused, OpenRouterException failure) {
    StructuredOutput mode = schema == null ? StructuredOutput.TOOL : schema.mode();
    boolean withoutTools = !refused.tools().isEmpty() && RungRefusal.isWithoutTools(failure);
    return !withoutTools && RungRefusal.isRefusal(failure, mode);
  }

  /** Something was answered: what the developer should know of how it was asked for goes there. */
  void settle(CallRecord record) {
    if (told || (schema == null && droppable.isEmpty())) {
      return;
    }
    told = true;
    if (simplified && schema != null) {
      record.warn(simplification(schema.mode()));
    }
    if (!droppable.isEmpty()) {
      record.warn(ParameterStep.warning(droppable, schema));
    }
  }

  private static String simplification(StructuredOutput mode) {
    return switch (mode) {
      case TOOL ->
          "The server refused the JSON Schema as the form of the answer, so the answer was asked"
              + " for as the arguments of a tool. structuredOutput = TOOL asks so at once.";
      case PROMPT ->
          "The server refused the JSON Schema as the form of the answer and as that of a tool, so"
              + " it was put into words at the end of the prompt. structuredOutput = PROMPT asks so"
              + " at once.";
      default ->
          "The server refused the JSON Schema as strict, so the answer was asked for with the same"
              + " schema not strict: the model is shown it, but not held to it.";
    };
  }
}
