package io.typedprompt.internal.request;

import io.typedprompt.internal.json.JsonStreams;
import io.typedprompt.internal.json.JsonValues;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON Schema as a model reads it best: the answer itself with types in the place of values, a
 * third as long as the schema, and with the descriptions as comments. What there is no short form
 * for stays JSON Schema.
 *
 * <pre>{@code
 * {
 *   // one sentence
 *   "summary": string,
 *   "priority": "LOW" | "HIGH" | null,
 *   "labels": [string]
 * }
 * }</pre>
 */
public final class CompactSchema {
  private static final String DEFINITIONS = "$defs";
  private static final String REFERENCE = "#/$defs/";

  /** Whatever else a schema says would be lost in the short form. */
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "description",
          "enum",
          "const",
          "format",
          "anyOf",
          "items",
          "properties",
          "required",
          "additionalProperties",
          "$ref",
          DEFINITIONS);

  private final StringBuilder out = new StringBuilder();

  private CompactSchema() {}

  /** The short form of a schema. */
  public static String of(String schema) {
    CompactSchema compact = new CompactSchema();
    compact.root(JsonValues.parseObject("schema", schema));
    return compact.out.toString();
  }

  private void root(Map<String, @Nullable Object> schema) {
    described(schema, 0);
    value(schema, 0);
    if (schema.get(DEFINITIONS) instanceof Map<?, ?> definitions) {
      for (Map.Entry<?, ?> definition : definitions.entrySet()) {
        out.append("\nwhere ").append(definition.getKey()).append(" is\n");
        described(object(definition.getValue()), 0);
        value(object(definition.getValue()), 0);
      }
    }
  }

  private void value(Map<?, ?> schema, int depth) {
    if (!KNOWN.containsAll(schema.keySet())) {
      json(schema);
    } else if (schema.get("$ref") instanceof String reference) {
      out.append(
          reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : reference);
    } else if (schema.containsKey("const")) {
      json(schema.get("const"));
    } else if (schema.get("enum") instanceof List<?> constants) {
      constants(constants);
    } else if (schema.get("anyOf") instanceof List<?> variants) {
      variants(variants, depth);
    } else {
      types(schema, depth);
    }
  }

  private void constants(List<?> constants) {
    for (int i = 0; i < constants.size(); i++) {
      out.append(i == 0 ? "" : " | ");
      json(constants.get(i));
    }
  }

  private void variants(List<?> variants, int depth) {
    for (int i = 0; i < variants.size(); i++) {
      out.append(i == 0 ? "" : " | ");
      value(object(variants.get(i)), depth);
    }
  }

  private void types(Map<?, ?> schema, int depth) {
    if (schema.get("type") instanceof List<?> types) {
      for (int i = 0; i < types.size(); i++) {
        out.append(i == 0 ? "" : " | ");
        type(types.get(i), schema, depth);
      }
    } else {
      type(schema.get("type"), schema, depth);
    }
  }

  private void type(@Nullable Object type, Map<?, ?> schema, int depth) {
    if ("object".equals(type) && schema.get("properties") instanceof Map<?, ?> properties) {
      properties(properties, depth);
    } else if ("array".equals(type) && schema.containsKey("items")) {
      out.append('[');
      value(object(schema.get("items")), depth);
      out.append(", ...]");
    } else if (type == null) {
      out.append("any JSON value");
    } else {
      out.append(type);
      if ("string".equals(type) && schema.get("format") instanceof String format) {
        out.append(" (").append(format).append(')');
      }
    }
  }

  private void properties(Map<?, ?> properties, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      out.append(first ? "\n" : ",\n");
      first = false;
      Map<?, ?> schema = object(property.getValue());
      described(schema, depth + 1);
      indent(depth + 1);
      json(property.getKey());
      out.append(": ");
      value(schema, depth + 1);
    }
    if (!first) {
      out.append('\n');
      indent(depth);
    }
    out.append('}');
  }

  /** The description in lines of its own. */
  private void described(Map<?, ?> schema, int depth) {
    if (schema.get("description") instanceof String description
        && KNOWN.containsAll(schema.keySet())) {
      for (String line : description.split("\\R", -1)) {
        indent(depth);
        out.append("// ").append(line).append('\n');
      }
    }
  }

  private void indent(int depth) {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  private void json(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonStreams.generator(text)) {
      JsonValues.write(json, value);
    }
    out.append(text);
  }

  private static Map<?, ?> object(@Nullable Object schema) {
    return schema instanceof Map<?, ?> object ? object : Map.of();
  }
}
