package io.typedprompt.processor.read;

import io.typedprompt.processor.model.Shape;
import java.util.stream.Collectors;

/** Writes a shape as a short text, in which a question mark stands for "may be null". */
final class ShapeText {
  private ShapeText() {}

  static String of(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return of(nullable.value()) + "?";
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      return sequence.kind() + "<" + of(sequence.element()) + ">";
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return "OPTIONAL<" + of(optional.value()) + ">";
    }
    if (shape instanceof Shape.MapShape map) {
      return "MAP<" + of(map.value()) + ">";
    }
    if (shape instanceof Shape.RecordShape record) {
      return members(record.members());
    }
    if (shape instanceof Shape.BeanShape bean) {
      return "bean" + members(bean.members());
    }
    String type = shape.type().toString();
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String members(Shape.Members members) {
    return members.list().stream()
        .map(member -> member.name() + ": " + of(member.shape()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
