package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds records that need a value of themselves, so that there can be none. */
final class EndlessTypes {
  private final Findings findings;
  private final Set<String> reported = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  EndlessTypes(Findings findings) {
    this.findings = findings;
  }

  void check(Collection<Shape> types) {
    for (Shape type : types) {
      if (type instanceof Shape.RecordShape record
          && !reported.contains(Signatures.of(record))
          && !ends(record, new ArrayDeque<>())) {
        follow(record);
        open.clear();
      }
    }
  }

  /** Whether there is a value without end in no way. */
  private static boolean ends(Shape shape, Deque<String> open) {
    if (shape instanceof Shape.UnionShape union) {
      return union.arms().list().stream().anyMatch(arm -> ends(arm.shape(), open));
    }
    if (!(shape instanceof Shape.RecordShape record)) {
      return true;
    }
    String id = Signatures.of(record);
    if (open.contains(id)) {
      return false;
    }
    open.push(id);
    boolean ends =
        record.members().inJson().stream().allMatch(member -> ends(member.shape(), open));
    open.pop();
    return ends;
  }

  /** Goes along what has no end until it comes back to where it was. */
  private void follow(Shape.RecordShape record) {
    open.push(Signatures.of(record));
    reported.add(Signatures.of(record));
    for (Member member : record.members().inJson()) {
      Shape next = member.shape();
      if (!ends(next, new ArrayDeque<>())) {
        for (Shape.RecordShape each : records(next)) {
          if (open.contains(Signatures.of(each))) {
            findings.add(
                Problem.RECURSIVE_TYPE,
                member.where(),
                Descriptions.name(each),
                Descriptions.name(record) + "." + member.name());
            return;
          }
          follow(each);
          return;
        }
      }
    }
  }

  private static Collection<Shape.RecordShape> records(Shape shape) {
    return shape instanceof Shape.UnionShape union
        ? union.arms().list().stream().limit(1).map(Arm::record).toList()
        : Set.of((Shape.RecordShape) shape);
  }
}
