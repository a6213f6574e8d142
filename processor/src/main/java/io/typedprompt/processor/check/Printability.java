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
   * @param what the type, with an article
   * @param advice what to do
   */
  record Obstacle(String what, String advice) {}

  /** The first obstacle to printing a value; empty if there is none. */
  static Optional<Obstacle> problem(Shape shape) {
    return new Printability().check(shape, "");
  }

  private Optional<Obstacle> check(Shape shape, String path) {
    Shape value = Truth.unwrap(shape);
    if (value instanceof Shape.OpaqueShape) {
      return Optional.of(
          new Obstacle(
              path + Descriptions.withArticle(value),
              "Print one of its parts, or pass the text itself."));
    }
    if (value instanceof Shape.HiddenShape hidden) {
      return Optional.of(
          new Obstacle(
              path + Descriptions.withArticle(value) + ", which is " + hidden.problem(),
              "Make the type " + hidden.fix() + "."));
    }
    if (value instanceof Shape.SequenceShape sequence) {
      return check(sequence.element(), path + "a " + Descriptions.name(value) + " of ");
    }
    if (value instanceof Shape.MapShape map) {
      return check(map.value(), path + "a " + Descriptions.name(value) + " of ");
    }
    if (value instanceof Shape.RecordShape record) {
      return members(record, record.members(), path);
    }
    if (value instanceof Shape.BeanShape bean && !bean.hasText()) {
      return members(bean, bean.members(), path);
    }
    return Optional.empty();
  }

  private Optional<Obstacle> members(Shape shape, Shape.Members members, String path) {
    if (!seen.add(shape.type().toString())) {
      return Optional.empty();
    }
    String prefix = path + Descriptions.withArticle(shape);
    for (Shape.Member member : members.list()) {
      Optional<Obstacle> problem =
          check(member.shape(), prefix + " whose '" + member.name() + "' is ");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
