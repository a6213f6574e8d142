package io.typedprompt.codegen;

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
}
