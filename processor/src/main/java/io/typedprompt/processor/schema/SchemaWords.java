package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Constant;
import java.util.ArrayList;
import java.util.List;

/** What a schema says about a type in words. */
final class SchemaWords {
  private SchemaWords() {}

  /**
   * The words; empty if there are none.
   *
   * @param notes what is said where the type is used; a description there replaces the type's own
   */
  static String of(Shape shape, Notes notes) {
    List<String> lines = new ArrayList<>();
    String own = notes.description().isEmpty() ? description(shape) : notes.description();
    if (!own.isEmpty()) {
      lines.add(own);
    }
    if (shape instanceof Shape.EnumShape e) {
      for (Constant constant : e.constants()) {
        if (!constant.description().isEmpty()) {
          lines.add(constant.name() + ": " + constant.description());
        }
      }
    } else if (shape instanceof Shape.TextualShape textual) {
      lines.add(textual.form().orElseThrow().words());
    } else if (shape instanceof Shape.JsonShape) {
      lines.add("any JSON value, as a string of JSON text");
    } else if (shape instanceof Shape.MapShape) {
      lines.add("entries of a map, each key at most once");
    }
    if (!notes.rules().isEmpty()) {
      lines.add(notes.rules());
    }
    return String.join("\n", lines);
  }

  private static String description(Shape shape) {
    if (shape instanceof Shape.RecordShape record) {
      return record.description();
    }
    if (shape instanceof Shape.EnumShape e) {
      return e.description();
    }
    return shape instanceof Shape.UnionShape union ? union.description() : "";
  }
}
