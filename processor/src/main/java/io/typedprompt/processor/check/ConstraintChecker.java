package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Constraint;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.NumberKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the rules for a value fit its type, and leave values. */
final class ConstraintChecker {
  /** The bits of the integers that are no more than that. */
  private static final Map<NumberKind, Integer> BITS =
      Map.of(NumberKind.BYTE, 7, NumberKind.SHORT, 15, NumberKind.INT, 31, NumberKind.LONG, 63);

  private final Findings findings;

  ConstraintChecker(Findings findings) {
    this.findings = findings;
  }

  void check(Shape.ConstrainedShape shape, Where where, String name) {
    boolean flawed = false;
    for (Constraint constraint : shape.constraints()) {
      if (constraint.check() instanceof Constraint.Flawed flaw) {
        flawed = true;
        findings.add(
            Problem.INVALID_CONSTRAINT,
            where,
            "@" + constraint.annotation(),
            name,
            Descriptions.name(shape.value()),
            flaw.reason());
      }
    }
    if (!flawed && leavesNothing(shape)) {
      String all =
          shape.constraints().stream()
              .map(constraint -> "@" + constraint.annotation())
              .distinct()
              .collect(Collectors.joining(", "));
      findings.add(
          Problem.INVALID_CONSTRAINT,
          where,
          all,
          name,
          Descriptions.name(shape.value()),
          "leaves no value that an answer could have. Change or remove a rule.");
    }
  }

  private static boolean leavesNothing(Shape.ConstrainedShape shape) {
    List<Constraint.Check> checks = shape.constraints().stream().map(Constraint::check).toList();
    if (shape.value() instanceof Shape.NumberShape number) {
      return !new Interval(number.kind(), checks).hasValues();
    }
    int min = 0;
    int max = Integer.MAX_VALUE;
    for (Constraint.Check check : checks) {
      if (check instanceof Constraint.Size size) {
        min = Math.max(min, size.min());
        max = Math.min(max, size.max());
      } else if (check instanceof Constraint.NotBlank || check instanceof Constraint.Email) {
        min = Math.max(min, 1);
      }
    }
    boolean both =
        checks.contains(new Constraint.Is(true)) && checks.contains(new Constraint.Is(false));
    return min > max || both;
  }

  /** The numbers that the bounds of rules and of the type leave. */
  private static final class Interval {
    private final boolean integers;
    private BigDecimal least;
    private boolean leastIncluded = true;
    private BigDecimal greatest;
    private boolean greatestIncluded = true;

    Interval(NumberKind kind, List<Constraint.Check> checks) {
      integers = kind.isInteger();
      // Beyond any bound that somebody writes.
      int bits = BITS.getOrDefault(kind, 4096);
      greatest = BigDecimal.valueOf(2).pow(bits).subtract(BigDecimal.ONE);
      least = BigDecimal.valueOf(2).pow(bits).negate();
      for (Constraint.Check check : checks) {
        if (check instanceof Constraint.AtLeast bound) {
          atLeast(bound);
        } else if (check instanceof Constraint.AtMost bound) {
          atMost(bound);
        }
      }
    }

    private void atLeast(Constraint.AtLeast bound) {
      int order = bound.bound().compareTo(least);
      if (order > 0 || (order == 0 && !bound.inclusive())) {
        least = bound.bound();
        leastIncluded = bound.inclusive();
      }
    }

    private void atMost(Constraint.AtMost bound) {
      int order = bound.bound().compareTo(greatest);
      if (order < 0 || (order == 0 && !bound.inclusive())) {
        greatest = bound.bound();
        greatestIncluded = bound.inclusive();
      }
    }

    boolean hasValues() {
      if (!integers) {
        int order = least.compareTo(greatest);
        return order < 0 || (order == 0 && leastIncluded && greatestIncluded);
      }
      BigDecimal first = least.setScale(0, RoundingMode.CEILING);
      BigDecimal last = greatest.setScale(0, RoundingMode.FLOOR);
      if (!leastIncluded && first.compareTo(least) == 0) {
        first = first.add(BigDecimal.ONE);
      }
      if (!greatestIncluded && last.compareTo(greatest) == 0) {
        last = last.subtract(BigDecimal.ONE);
      }
      return first.compareTo(last) <= 0;
    }
  }
}
