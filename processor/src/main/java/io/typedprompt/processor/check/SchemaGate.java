package io.typedprompt.processor.check;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.CheckedPrompt;
import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Tool;
import io.typedprompt.processor.model.ToolClass;
import io.typedprompt.processor.schema.JsonSchema;
import java.util.List;
import java.util.Map;

/**
 * Whether a schema is within the limits of the strict modes of those who could serve the listed
 * models. All that are exceeded are reported.
 */
final class SchemaGate {
  private static final ClassName ARGUMENTS = ClassName.get("", "Arguments");
  private static final int MOST_PROPERTIES = 5_000;
  private static final int DEEPEST = 10;
  private static final int MOST_CHARACTERS = 120_000;
  private static final int MOST_CONSTANTS = 1_000;
  private static final int LONG_ENUM = 250;
  private static final int LONG_ENUM_CHARACTERS = 15_000;
  private static final int MOST_UNIONS = 16;

  private final Findings findings;
  private final Where where;
  private final String subject;
  private int properties;
  private int deepest;
  private int characters;
  private int constants;
  private int unions;
  private int longEnumCharacters;

  private SchemaGate(Findings findings, Where where, String subject) {
    this.findings = findings;
    this.where = where;
    this.subject = subject;
  }

  /** Checks the schemas of a typed answer and of the arguments of tools. */
  static void check(Findings findings, CheckedPrompt prompt, Families families) {
    PromptMethod method = prompt.method();
    if (!method.isText()) {
      SchemaGate gate = new SchemaGate(findings, method.where(), method.displayName());
      gate.check(method.answer(), prompt.dialect(), families);
    }
    for (ToolClass tools : method.tools()) {
      for (Tool tool : tools.methods()) {
        SchemaGate gate = new SchemaGate(findings, tool.where(), tool.displayName());
        gate.check(tool.arguments(ARGUMENTS), prompt.dialect(), families);
      }
    }
  }

  private void check(Shape shape, Dialect dialect, Families families) {
    look(Json.parse(JsonSchema.text(shape, dialect)), 0);
    if (families.mayBe("openai")) {
      compareWithOpenAi();
    }
    if (families.lists("anthropic")) {
      limit(unions, MOST_UNIONS, "values that can be null or of several types", "Anthropic's");
    }
  }

  private void compareWithOpenAi() {
    String whose = "OpenAI's";
    limit(properties, MOST_PROPERTIES, "properties", whose);
    limit(deepest, DEEPEST, "levels of objects", whose);
    limit(characters, MOST_CHARACTERS, "characters in names and constants", whose);
    limit(constants, MOST_CONSTANTS, "enum constants", whose);
    limit(
        longEnumCharacters,
        LONG_ENUM_CHARACTERS,
        "characters in one enum of more than " + LONG_ENUM + " constants",
        whose);
  }

  private void limit(int count, int most, String what, String whose) {
    if (count > most) {
      findings.add(Problem.SCHEMA_LIMIT, where, subject, count, what, whose, most);
    }
  }

  private void look(Object node, int depth) {
    if (node instanceof List<?> list) {
      list.forEach(element -> look(element, depth));
    } else if (node instanceof Map<?, ?> schema) {
      schema.forEach((key, value) -> look((String) key, value, depth));
    }
  }

  private void look(String keyword, Object value, int depth) {
    switch (keyword) {
      case "properties" -> {
        Map<?, ?> members = (Map<?, ?>) value;
        properties += members.size();
        deepest = Math.max(deepest, depth + 1);
        members.keySet().forEach(name -> characters += name.toString().length());
        members.values().forEach(member -> look(member, depth + 1));
      }
      case "$defs" -> {
        Map<?, ?> definitions = (Map<?, ?>) value;
        definitions.keySet().forEach(name -> characters += name.toString().length());
        definitions.values().forEach(definition -> look(definition, 0));
      }
      case "enum" -> constants((List<?>) value);
      case "anyOf" -> {
        unions++;
        look(value, depth);
      }
      case "type" -> unions += value instanceof List ? 1 : 0;
      case "items" -> look(value, depth);
      default -> {
        // Words and names have no limits of their own.
      }
    }
  }

  private void constants(List<?> values) {
    constants += values.size();
    int length = values.stream().mapToInt(value -> value.toString().length()).sum();
    characters += length;
    if (values.size() > LONG_ENUM) {
      longEnumCharacters = Math.max(longEnumCharacters, length);
    }
  }
}
