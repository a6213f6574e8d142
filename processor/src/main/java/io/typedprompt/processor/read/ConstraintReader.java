package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Constraint;
import io.typedprompt.processor.model.Constraint.Check;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.model.TextForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of Jakarta Validation, by name, as rules for a type. */
final class ConstraintReader {
  private static final String PACKAGE = ".validation.constraints.";
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final Shape shape;

  private ConstraintReader(Shape shape) {
    this.shape = shape;
  }

  /** The annotations on declarations and types that say rules, each once. */
  static List<AnnotationMirror> on(AnnotatedConstruct... places) {
    Map<String, AnnotationMirror> found = new LinkedHashMap<>();
    for (AnnotatedConstruct place : places) {
      for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
        String name = Mirrors.type(mirror).getQualifiedName().toString();
        if (name.contains(PACKAGE) && name.endsWith(".List")) {
          // What the compiler makes of an annotation that is written twice.
          Mirrors.list(mirror, "value")
              .forEach(value -> add((AnnotationMirror) value.getValue(), found));
        } else if (name.contains(PACKAGE)) {
          add(mirror, found);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static void add(AnnotationMirror mirror, Map<String, AnnotationMirror> found) {
    if (Mirrors.list(mirror, "groups").isEmpty()) {
      found.putIfAbsent(mirror.toString(), mirror);
    }
  }

  /** The shape with rules for its values; those of an optional are for what is in it. */
  static Shape apply(Shape shape, List<AnnotationMirror> mirrors, boolean nullable) {
    if (mirrors.isEmpty()) {
      return shape;
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return new Shape.OptionalShape(optional.type(), apply(optional.value(), mirrors, nullable));
    }
    List<Constraint> constraints = new ArrayList<>();
    if (shape instanceof Shape.ConstrainedShape constrained) {
      constraints.addAll(constrained.constraints());
    }
    ConstraintReader reader = new ConstraintReader(shape.present());
    mirrors.forEach(mirror -> reader.read(mirror, nullable).ifPresent(constraints::add));
    return constraints.isEmpty()
        ? shape
        : new Shape.ConstrainedShape(shape.present(), List.copyOf(constraints));
  }

  /**
   * What an annotation says about the value that a method of a record returns.
   *
   * @param flaw why the method cannot be asked, and what to do; empty if it can
   */
  static Optional<Shape.Assertion> assertion(
      ExecutableElement method, AnnotationMirror mirror, String flaw) {
    String annotation = Mirrors.type(mirror).getSimpleName().toString();
    boolean expected = annotation.equals("AssertTrue");
    if (!expected && !annotation.equals("AssertFalse")) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    String words = ownWords(mirror).orElse("that " + name + " is " + expected);
    TypeName type = TypeName.get(method.getReturnType());
    return Optional.of(
        new Shape.Assertion(name, expected, words, type, flaw, Where.of(method, mirror)));
  }

  private Optional<Constraint> read(AnnotationMirror mirror, boolean nullable) {
    String name = Mirrors.type(mirror).getSimpleName().toString();
    if (name.equals("NotNull")) {
      return nullable
          ? Optional.of(
              new Constraint(
                  name, new Constraint.Flawed("contradicts @Nullable. Remove one of them."), ""))
          : Optional.empty();
    }
    Optional<Check> check = Optional.ofNullable(check(name, mirror));
    return check.map(c -> new Constraint(name, c, words(c, mirror)));
  }

  /** What an annotation demands; null if it is none that is known. */
  private @Nullable Check check(String name, AnnotationMirror mirror) {
    return switch (name) {
      case "Min" -> number(new Constraint.AtLeast(decimal(mirror), true));
      case "Max" -> number(new Constraint.AtMost(decimal(mirror), true));
      case "DecimalMin" -> decimalBound(mirror, true);
      case "DecimalMax" -> decimalBound(mirror, false);
      case "Positive" -> number(new Constraint.AtLeast(ZERO, false));
      case "PositiveOrZero" -> number(new Constraint.AtLeast(ZERO, true));
      case "Negative" -> number(new Constraint.AtMost(ZERO, false));
      case "NegativeOrZero" -> number(new Constraint.AtMost(ZERO, true));
      case "Digits" ->
          number(
              new Constraint.Digits(integer(mirror, "integer", 0), integer(mirror, "fraction", 0)));
      case "Size" -> size(mirror);
      case "NotEmpty" -> sized(new Constraint.Size(1, Integer.MAX_VALUE));
      case "NotBlank" -> text(new Constraint.NotBlank());
      case "Pattern" -> text(pattern(mirror));
      case "Email" -> text(email(mirror));
      case "Past" -> time(new Constraint.Past(false));
      case "PastOrPresent" -> time(new Constraint.Past(true));
      case "Future" -> time(new Constraint.Future(false));
      case "FutureOrPresent" -> time(new Constraint.Future(true));
      case "AssertTrue" -> truth(new Constraint.Is(true));
      case "AssertFalse" -> truth(new Constraint.Is(false));
      case "Null" ->
          new Constraint.Flawed("leaves no value that an answer could give. Remove the component.");
      default -> null;
    };
  }

  private Check number(Check check) {
    return shape instanceof Shape.NumberShape ? check : flawed("numbers");
  }

  private Check text(Check check) {
    return shape instanceof Shape.StringShape ? check : flawed("a String");
  }

  private Check truth(Check check) {
    return shape instanceof Shape.BooleanShape ? check : flawed("a boolean");
  }

  private Check time(Check check) {
    boolean fits =
        shape instanceof Shape.TextualShape textual
            && textual.form().filter(ConstraintReader::hasNow).isPresent();
    return fits ? check : flawed("a date or time");
  }

  private static boolean hasNow(TextForm form) {
    return form.isTime()
        && form != TextForm.DURATION
        && form != TextForm.PERIOD
        && form != TextForm.ZONE_ID;
  }

  private Check sized(Check check) {
    boolean fits =
        shape instanceof Shape.StringShape
            || shape instanceof Shape.MapShape
            || (shape instanceof Shape.SequenceShape sequence
                && sequence.kind() != SequenceKind.ITERABLE);
    return fits ? check : flawed("a String, a collection, a map or an array");
  }

  private static Check flawed(String what) {
    return new Constraint.Flawed("is for " + what + ". Remove it, or change the type.");
  }

  private Check size(AnnotationMirror mirror) {
    int min = integer(mirror, "min", 0);
    int max = integer(mirror, "max", Integer.MAX_VALUE);
    return min < 0 || max < 0
        ? new Constraint.Flawed("has a negative bound. Write 0 or more.")
        : sized(new Constraint.Size(min, max));
  }

  private Check decimalBound(AnnotationMirror mirror, boolean least) {
    String text = Mirrors.text(mirror, "value").orElse("");
    boolean inclusive = Mirrors.text(mirror, "inclusive").map(Boolean::parseBoolean).orElse(true);
    try {
      BigDecimal bound = new BigDecimal(text);
      return number(
          least
              ? new Constraint.AtLeast(bound, inclusive)
              : new Constraint.AtMost(bound, inclusive));
    } catch (NumberFormatException e) {
      return new Constraint.Flawed("has a bound that is no number: \"" + text + "\".");
    }
  }

  private static Check email(AnnotationMirror mirror) {
    String regex = Mirrors.text(mirror, "regexp").orElse(".*");
    return regex.equals(".*")
        ? new Constraint.Email()
        : new Constraint.Flawed(
            "has an expression of its own. Write it as a @Pattern beside @Email.");
  }

  private static Check pattern(AnnotationMirror mirror) {
    String regex = Mirrors.text(mirror, "regexp").orElse("");
    int flags = 0;
    for (AnnotationValue flag : Mirrors.list(mirror, "flags")) {
      flags |= flag(flag.getValue().toString());
    }
    try {
      return new Constraint.Matches(regex, Pattern.compile(regex, flags).flags());
    } catch (PatternSyntaxException e) {
      return new Constraint.Flawed(
          "has an expression that Java cannot read: " + e.getDescription() + ".");
    }
  }

  private static int flag(String name) {
    return switch (name) {
      case "UNIX_LINES" -> Pattern.UNIX_LINES;
      case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
      case "COMMENTS" -> Pattern.COMMENTS;
      case "MULTILINE" -> Pattern.MULTILINE;
      case "DOTALL" -> Pattern.DOTALL;
      case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
      case "CANON_EQ" -> Pattern.CANON_EQ;
      default -> 0;
    };
  }

  private static BigDecimal decimal(AnnotationMirror mirror) {
    return new BigDecimal(Mirrors.text(mirror, "value").orElse("0"));
  }

  private static int integer(AnnotationMirror mirror, String member, int otherwise) {
    return Mirrors.text(mirror, member).map(Integer::parseInt).orElse(otherwise);
  }

  /** The developer's own words, if they are words and no key of a message. */
  private String words(Check check, AnnotationMirror mirror) {
    return ownWords(mirror).orElseGet(() -> words(check));
  }

  private static Optional<String> ownWords(AnnotationMirror mirror) {
    return Mirrors.text(mirror, "message")
        .filter(message -> !message.isBlank() && message.indexOf('{') < 0);
  }

  private String words(Check check) {
    if (check instanceof Constraint.AtLeast c) {
      return (c.inclusive() ? "at least " : "more than ") + c.bound().toPlainString();
    }
    if (check instanceof Constraint.AtMost c) {
      return (c.inclusive() ? "at most " : "less than ") + c.bound().toPlainString();
    }
    if (check instanceof Constraint.Digits c) {
      return "at most "
          + c.integer()
          + " digits before and "
          + c.fraction()
          + " after the decimal point";
    }
    if (check instanceof Constraint.Size c) {
      return sizeWords(c);
    }
    if (check instanceof Constraint.NotBlank) {
      return "not blank";
    }
    if (check instanceof Constraint.Matches c) {
      return "a match of the regular expression " + c.regex();
    }
    if (check instanceof Constraint.Email) {
      return "an email address";
    }
    if (check instanceof Constraint.Past c) {
      return c.orPresent() ? "not in the future" : "in the past";
    }
    if (check instanceof Constraint.Future c) {
      return c.orPresent() ? "not in the past" : "in the future";
    }
    return check instanceof Constraint.Is c ? String.valueOf(c.value()) : "";
  }

  private String sizeWords(Constraint.Size size) {
    String what =
        shape instanceof Shape.StringShape
            ? "characters"
            : shape instanceof Shape.MapShape ? "entries" : "elements";
    if (size.min() == size.max()) {
      return "exactly " + size.min() + " " + what;
    }
    if (size.max() == Integer.MAX_VALUE) {
      return size.min() == 1 ? "not empty" : "at least " + size.min() + " " + what;
    }
    return size.min() == 0
        ? "at most " + size.max() + " " + what
        : size.min() + " to " + size.max() + " " + what;
  }
}
