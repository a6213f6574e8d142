package io.typedprompt.processor.emit;

import io.typedprompt.processor.model.Shape;

/** One text for each shape that is read or written in its own way. */
final class Signatures {
  private Signatures() {}

  static String of(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return of(nullable.value()) + "?";
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return optional.type() + "<" + of(optional.value()) + ">";
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      return sequence.kind() + " " + sequence.type() + "<" + of(sequence.element()) + ">";
    }
    if (shape instanceof Shape.MapShape map) {
      return "map " + map.type() + "<" + of(map.key()) + "," + of(map.value()) + ">";
    }
    return shape.type().toString();
  }
}
