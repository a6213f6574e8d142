package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.TextType;
import io.typedprompt.codegen.VariantNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The half of reading an answer that does not depend on where its values come from: which of them
 * fit, and what is noted about those that do not.
 */
abstract class NotingReader extends AnswerReader {
  /** Longer integers go the slow way; these fit a long whatever their digits. */
  static final int SAFE_DIGITS = 18;

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  final Findings findings;
  final ReadPath path = new ReadPath();
  private final boolean strict;
  private final boolean roundIntegers;
  private String leftTypeName = "";

  NotingReader(boolean strict, boolean roundIntegers, Findings findings) {
    this.strict = strict;
    this.roundIntegers = roundIntegers;
    this.findings = findings;
  }

  /**
   * The number that is next, as JSON writes it; null if something else is next.
   *
   * @param fraction whether it may be a fraction
   */
  abstract @Nullable String numberText(boolean fraction);

  /** The string that is next; null if something else is next. */
  abstract @Nullable String stringText();

  /** The string that is next, which is a name of the type; null if something else is next. */
  @Nullable String nameText(String typeName) {
    return stringText();
  }

  /** Something else than a string as the text that it is; null if it is not taken as one. */
  @Nullable String valueAsText() {
    return null;
  }

  /** Goes to the end of the value that is next, and returns a short form of it. */
  abstract String skippedValue();

  /** Goes to the end of the value that is next. */
  abstract void skipValue();

  /** A short form of the element just read. */
  abstract String lastElement();

  /** Notes that the value that is next does not fit, and skips it. */
  final void misfit(String expected) {
    if (findings.hasRoomForProblem()) {
      String pointer = path.pointer();
      findings.problem(pointer, expected, skippedValue());
    } else {
      skipValue();
      findings.moreProblems();
    }
  }

  /** Notes what fits but is not exactly as asked. */
  final void repair(String pointer, RepairKind kind, String expected, String found) {
    if (strict) {
      findings.problem(pointer, expected, found.isEmpty() ? "nothing" : found);
    } else {
      findings.repair(pointer, kind, found);
    }
  }

  @Override
  public final byte readByte() {
    return (byte) readIntegerBetween(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  @Override
  public final short readShort() {
    return (short) readIntegerBetween(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  @Override
  public final int readInt() {
    return (int) readIntegerBetween(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public final long readLong() {
    return readIntegerBetween(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Reads an integer; what is none, or beyond the bounds, is noted. */
  long readIntegerBetween(long min, long max) {
    String text = numberText(false);
    if (text != null && text.length() <= SAFE_DIGITS && NumberText.isPlain(text)) {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    BigInteger integer = integer(text);
    if (integer == null) {
      return 0;
    }
    boolean fits = integer.compareTo(LONG_MIN) >= 0 && integer.compareTo(LONG_MAX) <= 0;
    if (!fits || integer.longValue() < min || integer.longValue() > max) {
      misfit("an integer between " + min + " and " + max);
      return 0;
    }
    return integer.longValue();
  }

  @Override
  public final BigInteger readBigInteger() {
    BigInteger integer = integer(numberText(false));
    return integer == null ? BigInteger.ZERO : integer;
  }

  private @Nullable BigInteger integer(@Nullable String text) {
    if (text == null) {
      misfit("an integer");
      return null;
    }
    BigDecimal number = NumberText.exact(text);
    BigInteger rounded = number == null ? null : NumberText.rounded(number);
    if (number == null || rounded == null) {
      misfit("an integer of at most " + NumberText.MAX_DIGITS + " digits");
      return null;
    }
    if (!NumberText.isIntegral(number)) {
      if (!roundIntegers) {
        misfit("an integer");
        return null;
      }
      repair(path.pointer(), RepairKind.ROUNDED_NUMBER, "an integer", Excerpt.of(text));
    }
    return rounded;
  }

  @Override
  public final float readFloat() {
    String text = numberText(true);
    if (text == null) {
      misfit("a number");
      return 0;
    }
    float value = Float.parseFloat(text);
    if (Float.isInfinite(value)) {
      misfit("a number between -" + Float.MAX_VALUE + " and " + Float.MAX_VALUE);
    }
    return value;
  }

  @Override
  public double readDouble() {
    String text = numberText(true);
    if (text == null) {
      misfit("a number");
      return 0;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      misfit("a number between -" + Double.MAX_VALUE + " and " + Double.MAX_VALUE);
    }
    return value;
  }

  @Override
  public final BigDecimal readBigDecimal() {
    String text = numberText(true);
    if (text == null) {
      misfit("a number");
      return BigDecimal.ZERO;
    }
    BigDecimal number = NumberText.exact(text);
    if (number == null || !NumberText.isPrintable(number)) {
      misfit("a number of at most " + NumberText.MAX_DIGITS + " digits");
      return BigDecimal.ZERO;
    }
    return number;
  }

  @Override
  public final String readString() {
    String text = textOrValue();
    if (text == null) {
      misfit("a string");
      return "";
    }
    String wanted = wantedInstead(text);
    if (wanted != null) {
      misfit(wanted);
      return "";
    }
    return text;
  }

  /** What is wanted in place of a text that was not given as one; null if it was. */
  @Nullable String wantedInstead(String text) {
    return null;
  }

  private @Nullable String textOrValue() {
    String text = stringText();
    return text == null ? valueAsText() : text;
  }

  @Override
  public final char readChar() {
    String text = textOrValue();
    if (text == null || text.length() != 1) {
      misfit("a string of one character");
      return 0;
    }
    return text.charAt(0);
  }

  @Override
  public final <T> @Nullable T readText(TextType<T> type) {
    String text = textOrValue();
    if (text != null) {
      T value = type.parse(text);
      if (value != null) {
        return value;
      }
      value = type.repair(text);
      if (value != null) {
        repair(path.pointer(), RepairKind.TEXT_FORM, type.expected(), Excerpt.quoted(text));
        return value;
      }
    }
    misfit(type.expected());
    return null;
  }

  /** The index of the variant that a discriminator tells; -1 if it tells none. */
  final int variant(VariantNames names, String discriminator) {
    for (int i = 0; i < names.variants().size(); i++) {
      if (names.variants().get(i).name().equals(discriminator)) {
        return i;
      }
    }
    for (int i = 0; i < names.variants().size(); i++) {
      VariantNames.Variant variant = names.variants().get(i);
      if (variant.aliases().contains(discriminator)) {
        repair(
            path.pointerTo(names.discriminator()),
            RepairKind.ALIAS,
            oneOf(names),
            Excerpt.quoted(discriminator));
        return i;
      }
    }
    return -1;
  }

  static String oneOf(VariantNames names) {
    StringBuilder text = new StringBuilder("one of ");
    String separator = "";
    for (VariantNames.Variant variant : names.variants()) {
      text.append(separator).append(variant.name());
      separator = ", ";
    }
    return text.toString();
  }

  @Override
  public final <E extends Enum<E>> @Nullable E readEnum(EnumNames<E> names) {
    String text = nameText(names.typeName());
    int index = text == null ? -1 : constant(names, text);
    if (index < 0) {
      misfit(oneOf(names));
      return null;
    }
    return names.constants().get(index).value();
  }

  /** The index of the constant that a text names; -1 if it names none. */
  int constant(EnumNames<?> names, String text) {
    for (int i = 0; i < names.constants().size(); i++) {
      if (names.constants().get(i).name().equals(text)) {
        return i;
      }
    }
    for (int i = 0; i < names.constants().size(); i++) {
      if (names.constants().get(i).aliases().contains(text)) {
        repair(path.pointer(), RepairKind.ALIAS, oneOf(names), Excerpt.quoted(text));
        return i;
      }
    }
    return -1;
  }

  static String oneOf(EnumNames<?> names) {
    StringBuilder text = new StringBuilder("one of ");
    String separator = "";
    for (EnumNames.Constant<?> constant : names.constants()) {
      text.append(separator).append(constant.name());
      separator = ", ";
    }
    return text.toString();
  }

  @Override
  public final boolean endObject() {
    ReadPath.Level object = path.innermost();
    for (int i = 0; i < object.starts.length; i++) {
      if (object.starts[i] == 0) {
        missing(object.names().properties().get(i), object.isCut);
      }
    }
    leftTypeName = object.names().typeName();
    path.leave();
    return findings.problemCount() == object.problemsBefore;
  }

  private void missing(ObjectNames.Property property, boolean isCut) {
    String pointer = path.pointerTo(property.name());
    String expected = "the property \"" + property.name() + "\"";
    if (property.required() || isCut) {
      findings.problem(pointer, expected, "nothing");
    } else {
      repair(pointer, RepairKind.MISSING_PROPERTY, expected, "");
    }
  }

  @Override
  public final <K, V> void put(Map<K, V> map, K key, V value) {
    if (!map.containsKey(key)) {
      map.put(key, value);
      return;
    }
    String found = Excerpt.of(String.valueOf(key));
    if (Objects.equals(map.get(key), value)) {
      repair(path.pointer(), RepairKind.DUPLICATE_PROPERTY, "each key once", found);
    } else {
      findings.problem(
          path.pointer(), "each key once", "the key " + found + " again with another value");
    }
  }

  @Override
  public final void violation(String expected, @Nullable Object found) {
    String pointer = path.pointer();
    if (!findings.lastProblemWasAt(pointer)) {
      String text = String.valueOf(found);
      findings.problem(
          pointer, expected, found instanceof String ? Excerpt.quoted(text) : Excerpt.of(text));
    }
  }

  @Override
  public final void duplicateElement() {
    repair(path.pointer(), RepairKind.DUPLICATE_ELEMENT, "each element once", lastElement());
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public final <T> @Nullable T rejected(IllegalArgumentException reason) {
    String message = reason.getMessage();
    findings.problem(
        path.pointer(),
        "an object that " + leftTypeName + " accepts",
        message == null ? "one that it refuses" : "one that it refuses: " + Excerpt.of(message));
    return null;
  }
}
