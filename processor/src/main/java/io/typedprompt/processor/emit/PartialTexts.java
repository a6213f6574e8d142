package io.typedprompt.processor.emit;

import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a record has strings, which may be shown before they are whole: JSON Pointers with {@code
 * *} for an index. Strings of a record inside itself are shown when they are whole.
 */
final class PartialTexts {
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> open = new HashSet<>();

  private PartialTexts() {}

  static Set<String> in(Shape.RecordShape record) {
    PartialTexts all = new PartialTexts();
    all.find(record, "");
    return all.texts;
  }

  private void find(Shape shape, String path) {
    if (shape instanceof Shape.StringShape) {
      texts.add(path);
    } else if (shape instanceof Shape.NullableShape nullable) {
      find(nullable.value(), path);
    } else if (shape instanceof Shape.ConstrainedShape constrained) {
      find(constrained.value(), path);
    } else if (shape instanceof Shape.OptionalShape optional) {
      find(optional.value(), path);
    } else if (shape instanceof Shape.SequenceShape sequence) {
      find(sequence.element(), path + "/*");
    } else if (shape instanceof Shape.RecordShape record && open.add(Signatures.of(record))) {
      for (Member member : record.members().inJson()) {
        find(member.shape(), path + "/" + member.jsonName());
      }
      open.remove(Signatures.of(record));
    }
  }
}
