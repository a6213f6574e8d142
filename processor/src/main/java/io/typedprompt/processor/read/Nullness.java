package io.typedprompt.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;

/**
 * Which parts of a type may be null, and which rules there are for them.
 *
 * @param nullable whether a value of the type itself may be
 * @param rules the annotations of the type itself that say rules for its values
 * @param parts the same of its type arguments in order, or of an array's component; parts that the
 *     list does not reach may not be null
 */
record Nullness(boolean nullable, List<AnnotationMirror> rules, List<Nullness> parts) {
  /** Nothing may be null. */
  static final Nullness NONE = new Nullness(false, List.of(), List.of());

  Nullness part(int index) {
    return index < parts.size() ? parts.get(index) : NONE;
  }

  /** A text that tells which parts may be null; empty if none may. */
  String ofParts() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String inner = parts.get(i).ofParts();
      if (parts.get(i).nullable() || !parts.get(i).rules().isEmpty() || !inner.isEmpty()) {
        text.append('[').append(i).append(parts.get(i).nullable() ? "?" : "").append(inner);
        parts.get(i).rules().forEach(text::append);
        text.append(']');
      }
    }
    return text.toString();
  }

  /** What may be null by the one or by the other: two declarations of the same type. */
  Nullness or(Nullness other) {
    List<Nullness> both = new ArrayList<>();
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      both.add(part(i).or(other.part(i)));
    }
    return new Nullness(nullable || other.nullable, both(other.rules), List.copyOf(both));
  }

  /** The same, but nullable itself if the flag is true. */
  Nullness or(boolean alsoNullable) {
    return alsoNullable == nullable ? this : new Nullness(nullable || alsoNullable, rules, parts);
  }

  /** The same with more rules. */
  Nullness with(List<AnnotationMirror> moreRules) {
    return moreRules.isEmpty() ? this : new Nullness(nullable, both(moreRules), parts);
  }

  /** The same without these rules for parts. */
  Nullness withoutInParts(List<AnnotationMirror> others) {
    List<String> texts = others.stream().map(Object::toString).toList();
    List<Nullness> rest = new ArrayList<>();
    for (Nullness part : parts) {
      List<AnnotationMirror> left =
          part.rules.stream().filter(rule -> !texts.contains(rule.toString())).toList();
      rest.add(new Nullness(part.nullable, left, part.withoutInParts(others).parts));
    }
    return new Nullness(nullable, rules, List.copyOf(rest));
  }

  /** Rules of both, each once: annotations of a declaration are often those of its type too. */
  private List<AnnotationMirror> both(List<AnnotationMirror> others) {
    Map<String, AnnotationMirror> all = new LinkedHashMap<>();
    rules.forEach(rule -> all.putIfAbsent(rule.toString(), rule));
    others.forEach(rule -> all.putIfAbsent(rule.toString(), rule));
    return List.copyOf(all.values());
  }
}
