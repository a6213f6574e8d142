package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Constraint;
import io.typedprompt.processor.model.Constraint.Check;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a value that a developer wrote keeps a rule. What depends on the time counts as kept. */
final class ConstraintValues {
  private ConstraintValues() {}

  static boolean keep(Check check, Object value) {
    if (check instanceof Constraint.AtLeast c && value instanceof BigDecimal number) {
      return number.compareTo(c.bound()) >= (c.inclusive() ? 0 : 1);
    }
    if (check instanceof Constraint.AtMost c && value instanceof BigDecimal number) {
      return number.compareTo(c.bound()) <= (c.inclusive() ? 0 : -1);
    }
    if (check instanceof Constraint.Digits c && value instanceof BigDecimal number) {
      BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      return plain.precision() - plain.scale() <= c.integer() && plain.scale() <= c.fraction();
    }
    if (check instanceof Constraint.Size c) {
      int length = length(value);
      return length >= c.min() && length <= c.max();
    }
    if (check instanceof Constraint.NotBlank) {
      return !value.toString().isBlank();
    }
    if (check instanceof Constraint.Matches c) {
      return Pattern.compile(c.regex(), c.flags()).matcher(value.toString()).matches();
    }
    if (check instanceof Constraint.Email) {
      return value.toString().matches("[^@\\s]+@[^@\\s]+");
    }
    return !(check instanceof Constraint.Is c) || value.equals(c.value());
  }

  private static int length(Object value) {
    if (value instanceof List<?> list) {
      return list.size();
    }
    return value instanceof Map<?, ?> map ? map.size() : value.toString().length();
  }
}
