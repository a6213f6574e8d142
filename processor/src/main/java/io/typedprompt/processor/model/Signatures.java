package io.typedprompt.processor.model;

/** One text for each shape that is read or written in its own way. */
public final class Signatures {
  private Signatures() {}

  /** The text of a shape. */
  public static String of(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return of(nullable.value()) + "?";
    }
    if (shape instanceof Shape.ConstrainedShape constrained) {
      return of(constrained.value()) + constrained.constraints();
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
    if (shape instanceof Shape.RecordShape record) {
      return record.type() + record.typeArguments();
    }
    if (shape instanceof Shape.UnionShape union) {
      return union.type() + union.typeArguments();
    }
    return shape.type().toString();
  }
}
