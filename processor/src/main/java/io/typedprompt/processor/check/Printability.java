package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Shape;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a value can be printed: as its text, or as JSON. */
final class Printability {
  private final Set<String> seen = new HashSet<>();

  private Printability() {}

  /**
   * Why a value cannot be printed.
   *
   * @param what the type in words, with the way to what has no text
   * @param value what has no text: the value itself, or something in it
   */
  record Obstacle(String what, Shape value) {}

  /** The first obstacle to printing a value; empty if there is none. */
  static Optional<Obstacle> problem(Shape shape) {
    return new Printability().check(shape, "");
  }

  private Optional<Obstacle> check(Shape shape, String path) {
    Shape value = Truth.unwrap(shape);
    if (value instanceof Shape.OpaqueShape
        || value instanceof Shape.HiddenShape
        || value instanceof Shape.MediaShape) {
      return Optional.of(new Obstacle(path + Descriptions.withArticle(value), value));
    }
    String inside = path + Descriptions.withArticle(value);
    if (value instanceof Shape.SequenceShape sequence) {
      return check(sequence.element(), inside + ", so each element is ");
    }
    if (value instanceof Shape.MapShape map) {
      return check(map.value(), inside + ", so each value is ");
    }
    if (value instanceof Shape.RecordShape record) {
      return members(record, record.members(), path);
    }
    if (value instanceof Shape.UnionShape union) {
      return arms(union, inside);
    }
    if (value instanceof Shape.BeanShape bean && !bean.hasText()) {
      return members(bean, bean.members(), path);
    }
    return Optional.empty();
  }

  private Optional<Obstacle> arms(Shape.UnionShape union, String inside) {
    if (!seen.add(union.type().toString())) {
      return Optional.empty();
    }
    for (Shape.Arm arm : union.arms().list()) {
      Optional<Obstacle> problem =
          arm.shape() instanceof Shape.RecordShape
              ? check(arm.shape(), inside + ", so it can be ")
              : Optional.of(
                  new Obstacle(
                      inside + ", so it can be " + Descriptions.withArticle(arm.shape()),
                      arm.shape()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Obstacle> members(Shape shape, Shape.Members members, String path) {
    if (!seen.add(shape.type().toString())) {
      return Optional.empty();
    }
    String prefix = path + Descriptions.withArticle(shape);
    for (Shape.Member member : members.inJson()) {
      Optional<Obstacle> problem =
          check(member.shape(), prefix + " whose '" + member.name() + "' is ");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
