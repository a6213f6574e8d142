package io.typedprompt.internal.call;

/** The name of a prompt method as messages show it. */
public final class MethodName {
  private MethodName() {}

  /** {@code SupportPrompts.triage} for {@code com.acme.SupportPrompts.triage}. */
  public static String shortened(String name) {
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    return name.substring(type + 1);
  }
}
