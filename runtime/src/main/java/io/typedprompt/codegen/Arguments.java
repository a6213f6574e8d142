package io.typedprompt.codegen;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Checks of the arguments of a prompt. */
public final class Arguments {
  private Arguments() {}

  /** Returns the argument if it is there. */
  public static <T> T present(String method, String parameter, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(
          method
              + ": the argument '"
              + parameter
              + "' is null. Declare the parameter @Nullable or Optional if it may be missing.");
    }
    return value;
  }

  /** Returns the value that a template finds at a path, such as {@code ticket.body}, if any. */
  public static <T> T presentAt(String method, String path, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(
          method
              + ": "
              + path
              + " is null. Declare it @Nullable or Optional if it may be missing.");
    }
    return value;
  }

  /** Returns what is in an {@code Optional}; a null instead of one counts as empty. */
  @SuppressWarnings("NullableOptional") // It comes from code that may break the rule.
  public static <T> @Nullable T orNull(@Nullable Optional<T> value) {
    return value == null ? null : value.orElse(null);
  }

  /** Returns what is in an {@code OptionalInt}; a null instead of one counts as empty. */
  @SuppressWarnings("NullableOptional") // It comes from code that may break the rule.
  public static @Nullable Integer orNull(@Nullable OptionalInt value) {
    return value == null || value.isEmpty() ? null : value.getAsInt();
  }

  /** Returns what is in an {@code OptionalLong}; a null instead of one counts as empty. */
  @SuppressWarnings("NullableOptional") // It comes from code that may break the rule.
  public static @Nullable Long orNull(@Nullable OptionalLong value) {
    return value == null || value.isEmpty() ? null : value.getAsLong();
  }

  /** Returns what is in an {@code OptionalDouble}; a null instead of one counts as empty. */
  @SuppressWarnings("NullableOptional") // It comes from code that may break the rule.
  public static @Nullable Double orNull(@Nullable OptionalDouble value) {
    return value == null || value.isEmpty() ? null : value.getAsDouble();
  }
}
