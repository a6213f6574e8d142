package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types contain themselves, and how deep a schema is in them that cannot refer to them. */
final class Recursion {
  /** How often a type is written within itself. */
  private static final int DEEPEST = 3;

  private final Set<String> recursive = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Integer> depths = new HashMap<>();

  private Recursion() {}

  static Recursion in(Shape root) {
    Recursion recursion = new Recursion();
    recursion.search(root);
    return recursion;
  }

  private void search(Shape shape) {
    boolean named = shape instanceof Shape.RecordShape || shape instanceof Shape.UnionShape;
    if (!named) {
      parts(shape).forEach(this::search);
      return;
    }
    String id = Signatures.of(shape);
    if (open.contains(id)) {
      recursive.add(id);
    } else if (done.add(id)) {
      open.push(id);
      parts(shape).forEach(this::search);
      open.pop();
    }
  }

  /** What a value consists of; the records of a union count as their components. */
  static List<Shape> parts(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return List.of(nullable.value());
    }
    if (shape instanceof Shape.ConstrainedShape constrained) {
      return List.of(constrained.value());
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return List.of(optional.value());
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      return List.of(sequence.element());
    }
    if (shape instanceof Shape.MapShape map) {
      return List.of(map.key(), map.value());
    }
    if (shape instanceof Shape.RecordShape record) {
      return record.members().inJson().stream().map(Member::shape).toList();
    }
    if (shape instanceof Shape.UnionShape union) {
      List<Shape> parts = new ArrayList<>();
      union.arms().list().forEach(arm -> parts.addAll(parts(arm.shape())));
      return parts;
    }
    return List.of();
  }

  /** Whether a type contains itself. */
  boolean isRecursive(Shape shape) {
    return recursive.contains(Signatures.of(shape));
  }

  /** Whether nothing contains itself. */
  boolean isEmpty() {
    return recursive.isEmpty();
  }

  void enter(Shape shape) {
    depths.merge(Signatures.of(shape), 1, Integer::sum);
  }

  void leave(Shape shape) {
    depths.merge(Signatures.of(shape), -1, Integer::sum);
  }

  /** Whether a value cannot be written without going deeper than it should. */
  boolean isTooDeep(Shape shape) {
    return isTooDeep(shape, new HashSet<>());
  }

  private boolean isTooDeep(Shape shape, Set<String> seen) {
    String id = Signatures.of(shape);
    if (isRecursive(shape) && depths.getOrDefault(id, 0) >= DEEPEST) {
      return true;
    }
    if (!seen.add(id)) {
      return false;
    }
    if (shape instanceof Shape.UnionShape union) {
      return union.arms().list().stream().allMatch(arm -> isTooDeep(arm, seen));
    }
    return shape instanceof Shape.RecordShape record
        && record.members().inJson().stream().anyMatch(member -> isTooDeep(member.shape(), seen));
  }

  /** The same of a record of a union. */
  boolean isTooDeep(Arm arm) {
    return isTooDeep(arm, new HashSet<>());
  }

  private boolean isTooDeep(Arm arm, Set<String> seen) {
    return parts(arm.shape()).stream().anyMatch(part -> isTooDeep(part, seen));
  }
}
