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
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.model.Signatures;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an answer of a type can be described by a schema and read back. */
final class AnswerChecker {
  /** What a method returns around its answer. */
  private static final Set<String> AROUND =
      Set.of(
          "io.typedprompt.PromptResult",
          "io.typedprompt.PromptStream",
          "java.util.concurrent.CompletableFuture",
          "java.util.stream.Stream");

  private static final Set<String> OTHER_FUTURES =
      Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future");

  /** Type arguments are nested deeper only if they grow without end. */
  private static final int DEEPEST_TYPE = 16;

  private static final String NOT_READ =
      "which answers cannot be: nothing says which of its kind is meant. ";

  private final Findings findings;

  /** The records and unions that the answer is made of, by their signatures. */
  private final Map<String, Shape> reached = new LinkedHashMap<>();

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
    int before = findings.count();
    if (method.style() == ReturnStyle.ELEMENTS && answer instanceof Shape.SequenceShape list) {
      checkElements(method, list.element());
    } else {
      check(answer, place, false);
    }
    if (findings.count() == before) {
      new EndlessTypes(findings).check(reached.values());
    }
  }

  /**
   * Checks a value that is not the whole of what the model says.
   *
   * @param name how messages name it
   */
  void checkPart(Member part, String name) {
    int before = findings.count();
    check(
        part.shape(), new Place(Problem.UNSUPPORTED_TYPE, part.where(), name, part.shape()), false);
    if (findings.count() == before) {
      new EndlessTypes(findings).check(reached.values());
    }
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
    Optional<String> style = misplacedStyle(shape);
    if (style.isPresent()) {
      unsupported(shape, place, style.get());
    } else if (shape instanceof Shape.NullableShape nullable) {
      check(nullable.value(), place, true);
    } else if (shape instanceof Shape.OptionalShape optional) {
      if (insideAbsent) {
        unsupported(shape, place, "which can be absent in two ways. Keep one of them.");
      } else {
        check(optional.value(), place, true);
      }
    } else if (shape instanceof Shape.ConstrainedShape constrained) {
      new ConstraintChecker(findings).check(constrained, place.where(), place.name());
      check(constrained.value(), place, insideAbsent);
    } else if (shape instanceof Shape.SequenceShape sequence) {
      sequence(sequence, place);
    } else if (shape instanceof Shape.MapShape map) {
      map(map, place);
    } else if (shape instanceof Shape.EnumShape e) {
      checkEnum(e);
    } else if (shape instanceof Shape.RecordShape record) {
      checkRecord(record, place);
    } else if (shape instanceof Shape.UnionShape union) {
      checkUnion(union, place);
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
    if (sequence.kind() != SequenceKind.ITERABLE) {
      check(sequence.element(), place, false);
      return;
    }
    String element = Descriptions.name(sequence.element());
    unsupported(sequence, place, NOT_READ + "Write List<" + element + ">.");
  }

  private void map(Shape.MapShape map, Place place) {
    TypeName type = map.type() instanceof ParameterizedTypeName t ? t.rawType() : map.type();
    if (type.equals(ClassName.get(Map.class))) {
      check(map.key(), place, false);
      check(map.value(), place, false);
      return;
    }
    String arguments = Descriptions.name(map.key()) + ", " + Descriptions.name(map.value());
    unsupported(map, place, NOT_READ + "Write Map<" + arguments + ">.");
  }

  /** Why a way to return an answer cannot be where it is; empty if the type is none. */
  private static Optional<String> misplacedStyle(Shape shape) {
    if (!(shape.type() instanceof ParameterizedTypeName type)) {
      return Optional.empty();
    }
    String raw = type.rawType().toString();
    if (AROUND.contains(raw)) {
      return Optional.of("but a " + type.rawType().simpleName() + " goes around the whole answer.");
    }
    String arguments = Descriptions.name(shape).substring(type.rawType().simpleName().length());
    return OTHER_FUTURES.contains(raw)
        ? Optional.of(
            "which is not the kind of future that is known here. Return CompletableFuture"
                + arguments
                + ".")
        : Optional.empty();
  }

  /** Why the model's answer cannot be such a type; empty if it can. */
  private static Optional<String> reason(Shape shape) {
    if (shape instanceof Shape.TextualShape textual) {
      return textual.form().isPresent()
          ? Optional.empty()
          : Optional.of(notMadeOfAnything(shape.type()));
    }
    if (shape instanceof Shape.MediaShape media) {
      return Optional.of(
          Descriptions.name(media).equals("Image")
              ? "but a model's images come beside its text. Return PromptResult<String>, and take"
                  + " them from images()."
              : "which can be shown to a model, but is nothing that it writes. Return String, or a"
                  + " type of what you want to know.");
    }
    if (shape instanceof Shape.BeanShape) {
      return Optional.of(
          "which has neither setters, nor one constructor that takes what its getters return, nor a"
              + " builder, so nothing says how it is made. Write a record with what you want to"
              + " know.");
    }
    return shape instanceof Shape.OpaqueShape opaque
        ? Optional.of(reason(opaque))
        : Optional.empty();
  }

  private static String reason(Shape.OpaqueShape shape) {
    if (shape.isRaw()) {
      return "which does not say what is in it. " + shape.advice();
    }
    boolean map =
        shape.type() instanceof ParameterizedTypeName generic
            && generic.rawType().equals(ClassName.get(Map.class));
    return map
        ? "whose keys cannot be read from a text. " + shape.advice()
        : notMadeOfAnything(shape.type());
  }

  private static String notMadeOfAnything(TypeName type) {
    if (type.equals(TypeName.VOID) || type.equals(TypeName.VOID.box())) {
      return "so its answer would be lost. Return String, or the type of the answer.";
    }
    return "which does not say what it is made of, so no schema can. Write a record with what you"
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
    if (depth(record.type()) > DEEPEST_TYPE) {
      findings.add(
          Problem.UNSUPPORTED_TYPE,
          place.where(),
          place.name().replaceAll("<.*>", ""),
          Descriptions.name(record).replaceAll("<.*>", ""),
          "whose type arguments grow with each level, so that its types have no end. Pass on the"
              + " same ones.");
      return;
    }
    if (!reached.containsKey(Signatures.of(record)) && record.members().inJson().isEmpty()) {
      findings.add(Problem.EMPTY_RECORD, record.where(), Descriptions.name(record));
      return;
    }
    checkMembers(record);
  }

  private static int depth(TypeName type) {
    int deepest = 0;
    if (type instanceof ParameterizedTypeName generic) {
      for (TypeName argument : generic.typeArguments()) {
        deepest = Math.max(deepest, 1 + depth(argument));
      }
    }
    return deepest;
  }

  private void checkAssertions(Shape.RecordShape record) {
    for (Shape.Assertion assertion : record.assertions()) {
      if (!assertion.flaw().isEmpty()) {
        findings.add(
            Problem.INVALID_CONSTRAINT,
            assertion.where(),
            assertion.expected() ? "@AssertTrue" : "@AssertFalse",
            Descriptions.name(record) + "." + assertion.method() + "()",
            Descriptions.name(assertion.returns()),
            assertion.flaw());
      }
    }
  }

  private void checkMembers(Shape.RecordShape record) {
    if (reached.putIfAbsent(Signatures.of(record), record) != null) {
      return;
    }
    checkAssertions(record);
    Map<String, String> owners = new HashMap<>();
    for (Member member : record.members().list()) {
      if (member.ignored() && !member.shape().mayBeAbsent() && member.setter().isEmpty()) {
        String name = Descriptions.name(record) + "." + member.name();
        findings.add(
            Problem.UNSUPPORTED_TYPE,
            member.where(),
            name,
            Descriptions.name(member.shape()),
            "but no answer has it, because of @JsonIgnore. Make it Optional or @Nullable.");
      }
    }
    for (Member member : record.members().inJson()) {
      String name = Descriptions.name(record) + "." + member.name();
      checkName(
          member.where(), Descriptions.name(record), owners, member.jsonName(), member.name());
      Place inside = new Place(Problem.UNSUPPORTED_TYPE, member.where(), name, member.shape());
      check(member.shape(), inside, false);
    }
  }

  private void checkUnion(Shape.UnionShape union, Place place) {
    if (reached.putIfAbsent(Signatures.of(union), union) != null) {
      return;
    }
    int before = findings.count();
    Map<String, String> owners = new HashMap<>();
    for (Arm arm : union.arms().list()) {
      String type = Descriptions.name(arm.shape());
      if (arm.shape() instanceof Shape.RecordShape record) {
        checkName(arm.where(), Descriptions.name(union), owners, arm.name(), type);
        checkMembers(record);
      } else if (arm.shape() instanceof Shape.HiddenShape hidden) {
        findings.add(Problem.INACCESSIBLE_TYPE, arm.where(), type, hidden.problem(), hidden.fix());
      } else {
        String what = arm.shape() instanceof Shape.EnumShape ? "an enum" : "no record";
        findings.add(
            Problem.UNSUPPORTED_VARIANT, arm.where(), Descriptions.name(union), type, what);
      }
    }
    if (findings.count() == before) {
      union.arms().flaw().ifPresent(flaw -> unsupported(union, place, flaw));
    }
  }

  private void checkName(
      Where where, String type, Map<String, String> owners, String name, String owner) {
    String other = owners.putIfAbsent(name, owner);
    if (other != null) {
      findings.add(Problem.DUPLICATE_NAME, where, type, name, other, owner);
    }
  }
}
