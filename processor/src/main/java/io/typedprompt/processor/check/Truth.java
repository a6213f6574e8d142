package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Shape;

/** Which values a section can ask, and what its body then stands on. */
final class Truth {
  private Truth() {}

  /** The shape of the value itself, once it is known to be there. */
  static Shape unwrap(Shape shape) {
    Shape s = shape;
    while (true) {
      if (s instanceof Shape.NullableShape nullable) {
        s = nullable.value();
      } else if (s instanceof Shape.OptionalShape optional) {
        s = optional.value();
      } else {
        return s;
      }
    }
  }

  /** Whether a section over such a value has a meaning. */
  static boolean canAsk(Shape shape, boolean inverted) {
    Shape value = unwrap(shape);
    if (shape.mayBeAbsent()) {
      return true;
    }
    if (value instanceof Shape.BooleanShape
        || value instanceof Shape.StringShape
        || value instanceof Shape.SequenceShape) {
      return true;
    }
    boolean hasParts =
        value instanceof Shape.RecordShape
            || value instanceof Shape.BeanShape
            || value instanceof Shape.MapShape;
    return hasParts && !inverted;
  }

  /** Whether a value can be shown, but has no truth and no parts. */
  static boolean isScalar(Shape shape) {
    return shape instanceof Shape.NumberShape
        || shape instanceof Shape.EnumShape
        || shape instanceof Shape.TextualShape
        || shape instanceof Shape.MediaShape;
  }

  /** What the body of a section stands on. */
  static Shape context(Shape shape) {
    Shape value = unwrap(shape);
    return value instanceof Shape.SequenceShape sequence ? sequence.element() : value;
  }

  /** What to do about a section that has no meaning. */
  static String advice(Shape shape, boolean inverted) {
    Shape value = unwrap(shape);
    if (value instanceof Shape.OpaqueShape opaque) {
      return opaque.advice();
    }
    if (value instanceof Shape.MediaShape || (inverted && value instanceof Shape.MapShape)) {
      return "It is always there; make the value @Nullable or Optional if it may be missing.";
    }
    if (inverted && (value instanceof Shape.RecordShape || value instanceof Shape.BeanShape)) {
      return "It is always there; make the value @Nullable or Optional if it may be missing.";
    }
    return "Pass a boolean that says what you want to know, or make the value @Nullable or Optional"
        + " if it may be missing.";
  }
}
