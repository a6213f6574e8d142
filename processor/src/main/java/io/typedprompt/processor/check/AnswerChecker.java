package io.typedprompt.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptMethod.ReturnStyle;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.SequenceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an answer of a type can be described by a schema and read back. */
final class AnswerChecker {
  private static final Set<String> SIMPLE_TEXTS =
      Set.of(
          "char",
          "java.lang.Character",
          "java.lang.CharSequence",
          "java.net.URI",
          "java.net.URL",
          "java.util.Currency",
          "java.util.Locale",
          "java.util.UUID");

  private static final Set<String> LATER_STYLES =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "java.util.stream.Stream");

  private final Findings findings;
  private final Deque<String> open = new ArrayDeque<>();

  AnswerChecker(Findings findings) {
    this.findings = findings;
  }

  void check(PromptMethod method) {
    Shape answer = method.answer();
    Place place =
        new Place(Problem.UNSUPPORTED_RETURN_TYPE, method.where(), method.displayName(), answer);
    if (answer instanceof Shape.NullableShape) {
      unsupported(
          answer, place, "which may be null. Write Optional<" + Descriptions.name(answer) + ">.");
      return;
    }
    if (method.style() == ReturnStyle.ELEMENTS && answer instanceof Shape.SequenceShape list) {
      checkElements(method, list.element());
      return;
    }
    check(answer, place, false);
  }

  /** Messages speak of the stream that is returned, not of the list that the model writes. */
  private void checkElements(PromptMethod method, Shape element) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Stream.class), element.type());
    Shape stream = new Shape.SequenceShape(type, SequenceKind.ITERABLE, element);
    check(
        element,
        new Place(Problem.UNSUPPORTED_RETURN_TYPE, method.where(), method.displayName(), stream),
        false);
  }

  /**
   * Where a type is used.
   *
   * @param problem what is reported if it cannot be there
   * @param name the method or component that has it
   * @param whole the whole type of that
   */
  private record Place(Problem problem, Where where, String name, Shape whole) {}

  private void check(Shape shape, Place place, boolean insideAbsent) {
    if (shape instanceof Shape.NullableShape nullable) {
      check(nullable.value(), place, true);
    } else if (shape instanceof Shape.OptionalShape optional) {
      if (insideAbsent) {
        unsupported(shape, place, "which can be absent in two ways. Keep one of them.");
      } else {
        check(optional.value(), place, true);
      }
    } else if (shape instanceof Shape.SequenceShape sequence) {
      sequence(sequence, place);
    } else if (shape instanceof Shape.EnumShape e) {
      checkEnum(e);
    } else if (shape instanceof Shape.RecordShape record) {
      checkRecord(record, place);
    } else if (shape instanceof Shape.HiddenShape hidden) {
      findings.add(
          Problem.INACCESSIBLE_TYPE,
          place.where(),
          Descriptions.name(hidden),
          hidden.problem(),
          hidden.fix());
    } else {
      reason(shape).ifPresent(why -> unsupported(shape, place, why));
    }
  }

  private void unsupported(Shape shape, Place place, String why) {
    String type = Descriptions.name(place.whole());
    boolean inside = !shape.type().equals(place.whole().type());
    findings.add(
        place.problem(),
        place.where(),
        place.name(),
        inside ? type + " with " + Descriptions.name(shape) + " in it" : type,
        why);
  }

  private void sequence(Shape.SequenceShape sequence, Place place) {
    if (sequence.kind() == SequenceKind.LIST || sequence.kind() == SequenceKind.SET) {
      check(sequence.element(), place, false);
      return;
    }
    String use = Descriptions.name(sequence.element());
    unsupported(
        sequence,
        place,
        "which this version of TypedPrompt does not read. Write List<"
            + (sequence.element().type().isPrimitive()
                ? Descriptions.name(sequence.element().type().box())
                : use)
            + ">.");
  }

  /** Why the model's answer cannot be such a type; empty if it can. */
  private static Optional<String> reason(Shape shape) {
    if (shape instanceof Shape.MapShape) {
      return Optional.of(
          "which this version of TypedPrompt does not read. Write a List of a record with a key and"
              + " a value.");
    }
    if (shape instanceof Shape.TextualShape) {
      return Optional.of(textual(shape.type()));
    }
    if (shape instanceof Shape.BeanShape bean) {
      if (bean.type().toString().startsWith("io.typedprompt.PromptResult")) {
        return Optional.of("but a PromptResult goes around the whole answer.");
      }
      return Optional.of(
          "which is neither a record nor an enum, so nothing says what it is made of. Write a record"
              + " with what you want to know.");
    }
    return shape instanceof Shape.OpaqueShape opaque
        ? Optional.of(reason(opaque))
        : Optional.empty();
  }

  private static String textual(TypeName type) {
    String name = type.toString();
    if (name.startsWith("java.util.Optional")) {
      return "which is for computing. Write Optional<Integer>, or what else it shall be.";
    }
    return name.startsWith("java.time.") || SIMPLE_TEXTS.contains(name)
        ? "which this version of TypedPrompt does not read. Write String, and describe the form with"
            + " @Description."
        : notMadeOfAnything(type);
  }

  private static String reason(Shape.OpaqueShape shape) {
    return shape.isRaw()
        ? "which does not say what is in it. " + shape.advice()
        : notMadeOfAnything(shape.type());
  }

  private static String notMadeOfAnything(TypeName type) {
    if (type.equals(TypeName.VOID) || type.equals(TypeName.VOID.box())) {
      return "so its answer would be lost. Return String, or the type of the answer.";
    }
    TypeName outer = type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
    return LATER_STYLES.contains(outer.toString())
        ? "which this version of TypedPrompt does not support. Return the answer itself, or a"
            + " PromptResult of it."
        : "which does not say what it is made of, so no schema can. Write a record with what you"
            + " want to know, or String.";
  }

  private void checkEnum(Shape.EnumShape e) {
    if (e.constants().isEmpty()) {
      findings.add(Problem.EMPTY_ENUM, e.where(), Descriptions.name(e));
    }
    Map<String, String> owners = new HashMap<>();
    for (Shape.Constant constant : e.constants()) {
      checkName(e.where(), Descriptions.name(e), owners, constant.name(), constant.javaName());
    }
  }

  private void checkRecord(Shape.RecordShape record, Place place) {
    String type = record.type().toString();
    if (open.contains(type)) {
      findings.add(Problem.RECURSIVE_TYPE, place.where(), Descriptions.name(record), place.name());
      return;
    }
    if (record.members().list().isEmpty()) {
      findings.add(Problem.EMPTY_RECORD, record.where(), Descriptions.name(record));
      return;
    }
    open.push(type);
    Map<String, String> owners = new HashMap<>();
    for (Member member : record.members().list()) {
      String name = Descriptions.name(record) + "." + member.name();
      checkName(
          member.where(), Descriptions.name(record), owners, member.jsonName(), member.name());
      Place inside = new Place(Problem.UNSUPPORTED_TYPE, member.where(), name, member.shape());
      check(member.shape(), inside, false);
    }
    open.pop();
  }

  private void checkName(
      Where where, String type, Map<String, String> owners, String name, String owner) {
    String other = owners.putIfAbsent(name, owner);
    if (other != null) {
      findings.add(Problem.DUPLICATE_NAME, where, type, name, other, owner);
    }
  }
}
