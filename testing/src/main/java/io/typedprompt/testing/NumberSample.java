package io.typedprompt.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes numbers that a JSON Schema allows: 1, 2, 3 and so on where there is no bound, the middle of
 * a range, or what is nearest to those.
 */
final class NumberSample {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal EIGHTH = new BigDecimal("0.125");

  private final JsonNode schema;
  private final int index;

  private NumberSample(JsonNode schema, int index) {
    this.schema = schema;
    this.index = index;
  }

  /** A number; different indexes give different ones where the range has room for them. */
  static BigDecimal number(JsonNode schema, int index) {
    NumberSample sample = new NumberSample(schema, index);
    BigDecimal unit = sample.bound("multipleOf");
    return unit == null || unit.signum() <= 0 ? sample.anywhere() : sample.inSteps(unit);
  }

  /** A whole number; different indexes give different ones where the range has room for them. */
  static BigDecimal integer(JsonNode schema, int index) {
    NumberSample sample = new NumberSample(schema, index);
    BigDecimal unit = sample.bound("multipleOf");
    boolean wholeUnit = unit != null && unit.signum() > 0 && isWhole(unit);
    return sample.inSteps(unit != null && wholeUnit ? unit : BigDecimal.ONE);
  }

  private BigDecimal inSteps(BigDecimal unit) {
    BigDecimal least = leastStep(unit);
    BigDecimal most = mostStep(unit);
    BigDecimal step = BigDecimal.valueOf(index + 1L);
    if (least != null && most != null) {
      BigDecimal middle = least.add(most).multiply(HALF).setScale(0, RoundingMode.FLOOR);
      step = middle.add(BigDecimal.valueOf(index)).min(most);
    } else if (least != null && step.compareTo(least) < 0) {
      step = least.add(BigDecimal.valueOf(index));
    } else if (most != null && step.compareTo(most) > 0) {
      step = most.subtract(BigDecimal.valueOf(index));
    }
    return step.multiply(unit);
  }

  private @Nullable BigDecimal leastStep(BigDecimal unit) {
    BigDecimal inclusive = bound("minimum");
    if (inclusive != null) {
      return inclusive.divide(unit, 0, RoundingMode.CEILING);
    }
    BigDecimal exclusive = bound("exclusiveMinimum");
    return exclusive == null
        ? null
        : exclusive.divide(unit, 0, RoundingMode.FLOOR).add(BigDecimal.ONE);
  }

  private @Nullable BigDecimal mostStep(BigDecimal unit) {
    BigDecimal inclusive = bound("maximum");
    if (inclusive != null) {
      return inclusive.divide(unit, 0, RoundingMode.FLOOR);
    }
    BigDecimal exclusive = bound("exclusiveMaximum");
    return exclusive == null
        ? null
        : exclusive.divide(unit, 0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
  }

  private BigDecimal anywhere() {
    BigDecimal least = either("minimum", "exclusiveMinimum");
    BigDecimal most = either("maximum", "exclusiveMaximum");
    BigDecimal usual = BigDecimal.valueOf(index + 1L);
    if (least != null && most != null) {
      BigDecimal middle = least.add(most).multiply(HALF);
      BigDecimal room = most.subtract(middle).multiply(EIGHTH);
      return middle.add(room.multiply(BigDecimal.valueOf(index % 8))).stripTrailingZeros();
    }
    if (least != null && usual.compareTo(least) <= 0) {
      return least.add(usual);
    }
    return most != null && usual.compareTo(most) >= 0 ? most.subtract(usual) : usual;
  }

  private @Nullable BigDecimal either(String inclusive, String exclusive) {
    BigDecimal bound = bound(inclusive);
    return bound != null ? bound : bound(exclusive);
  }

  private @Nullable BigDecimal bound(String keyword) {
    JsonNode value = schema.path(keyword);
    return value.isNumber() ? value.decimalValue() : null;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
