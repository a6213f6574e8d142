package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.Constraint;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.NumberKind;
import io.typedprompt.processor.model.Shape.SequenceKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes how it is checked that a value just read keeps the rules for it. */
final class ConstraintEmitter {
  private static final String VALUE = "value";

  private final Names names;
  private final List<FieldSpec> patterns = new ArrayList<>();

  ConstraintEmitter(Names names) {
    this.names = names;
  }

  /** The class of the regular expressions: they are compiled when the first one is needed. */
  Optional<TypeSpec> patterns() {
    if (patterns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        TypeSpec.classBuilder(holder())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addFields(patterns)
            .build());
  }

  private String holder() {
    return names.of("patterns", "Patterns");
  }

  /** The statements that note which rules the variable {@code value} breaks. */
  CodeBlock checks(Shape.ConstrainedShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Constraint constraint : shape.constraints()) {
      CodeBlock broken = broken(shape.value(), constraint.check());
      if (!broken.isEmpty()) {
        code.beginControlFlow("if ($L)", orAbsent(shape.value(), broken));
        code.addStatement("in.violation($S, $N)", constraint.words(), VALUE);
        code.endControlFlow();
      }
    }
    return code.build();
  }

  /** What stands for a value that could not be read is null with these types. */
  private static CodeBlock orAbsent(Shape shape, CodeBlock broken) {
    boolean mayBeNull =
        shape instanceof Shape.SequenceShape
            || shape instanceof Shape.MapShape
            || shape instanceof Shape.TextualShape;
    return mayBeNull ? CodeBlock.of("$N != null && $L", VALUE, broken) : broken;
  }

  /** Whether a rule is broken; empty if it cannot be. */
  private CodeBlock broken(Shape shape, Constraint.Check check) {
    if (check instanceof Constraint.AtLeast c) {
      return compare((Shape.NumberShape) shape, c.bound(), c.inclusive() ? "<" : "<=");
    }
    if (check instanceof Constraint.AtMost c) {
      return compare((Shape.NumberShape) shape, c.bound(), c.inclusive() ? ">" : ">=");
    }
    if (check instanceof Constraint.Digits c) {
      return CodeBlock.of(
          "!$T.hasDigits($L, $L, $L)",
          Api.CHECKS,
          decimal((Shape.NumberShape) shape),
          c.integer(),
          c.fraction());
    }
    if (check instanceof Constraint.Size c) {
      return size(shape, c);
    }
    if (check instanceof Constraint.NotBlank) {
      return CodeBlock.of("$N.isBlank()", VALUE);
    }
    if (check instanceof Constraint.Matches c) {
      return CodeBlock.of("!$T.matches($N.$N, $N)", Api.CHECKS, holder(), pattern(c), VALUE);
    }
    if (check instanceof Constraint.Email) {
      return CodeBlock.of("!$T.isEmail($N)", Api.CHECKS, VALUE);
    }
    if (check instanceof Constraint.Past c) {
      return c.orPresent() ? now("isAfter", shape) : not(now("isBefore", shape));
    }
    if (check instanceof Constraint.Future c) {
      return c.orPresent() ? now("isBefore", shape) : not(now("isAfter", shape));
    }
    return CodeBlock.of(((Constraint.Is) check).value() ? "!$N" : "$N", VALUE);
  }

  private static CodeBlock not(CodeBlock condition) {
    return CodeBlock.of("!$L", condition);
  }

  private static CodeBlock now(String method, Shape shape) {
    return CodeBlock.of("$N.$L($T.now())", VALUE, method, shape.type());
  }

  private static CodeBlock compare(Shape.NumberShape shape, BigDecimal bound, String operator) {
    NumberKind kind = shape.kind();
    if (kind == NumberKind.FLOAT || kind == NumberKind.DOUBLE) {
      return CodeBlock.of("$N $L $L", VALUE, operator, bound.doubleValue());
    }
    if (kind == NumberKind.BIG_DECIMAL || kind == NumberKind.BIG_INTEGER || !isLong(bound)) {
      return CodeBlock.of(
          "$L.compareTo(new $T($S)) $L 0",
          decimal(shape),
          BigDecimal.class,
          bound.toPlainString(),
          operator);
    }
    long exact = bound.longValueExact();
    boolean isInt = exact == (int) exact;
    return CodeBlock.of(isInt ? "$N $L $L" : "$N $L $LL", VALUE, operator, exact);
  }

  private static boolean isLong(BigDecimal bound) {
    return bound.stripTrailingZeros().scale() <= 0 && bound.toBigInteger().bitLength() < Long.SIZE;
  }

  private static CodeBlock decimal(Shape.NumberShape shape) {
    return switch (shape.kind()) {
      case BIG_DECIMAL -> CodeBlock.of("$N", VALUE);
      case BIG_INTEGER -> CodeBlock.of("new $T($N)", BigDecimal.class, VALUE);
      case FLOAT -> CodeBlock.of("new $T($T.toString($N))", BigDecimal.class, Float.class, VALUE);
      default -> CodeBlock.of("$T.valueOf($N)", BigDecimal.class, VALUE);
    };
  }

  private static CodeBlock size(Shape shape, Constraint.Size size) {
    String length =
        shape instanceof Shape.StringShape
            ? "length()"
            : shape instanceof Shape.SequenceShape s && s.kind() == SequenceKind.ARRAY
                ? "length"
                : "size()";
    List<CodeBlock> conditions = new ArrayList<>();
    if (size.min() > 0) {
      conditions.add(CodeBlock.of("$N.$L < $L", VALUE, length, size.min()));
    }
    if (size.max() < Integer.MAX_VALUE) {
      conditions.add(CodeBlock.of("$N.$L > $L", VALUE, length, size.max()));
    }
    CodeBlock both = CodeBlock.join(conditions, " || ");
    return conditions.size() == 2 ? CodeBlock.of("($L)", both) : both;
  }

  private String pattern(Constraint.Matches matches) {
    String key = "pattern " + matches.flags() + " " + matches.regex();
    String name = names.of(key, "PATTERN");
    if (patterns.stream().noneMatch(field -> field.name().equals(name))) {
      CodeBlock regex = Literals.of(matches.regex());
      patterns.add(
          FieldSpec.builder(ClassName.get(Pattern.class), name, Modifier.STATIC, Modifier.FINAL)
              .initializer(
                  matches.flags() == 0
                      ? CodeBlock.of("$T.compile($L)", Pattern.class, regex)
                      : CodeBlock.of("$T.compile($L, $L)", Pattern.class, regex, matches.flags()))
              .build());
    }
    return name;
  }
}
