package io.typedprompt.internal.answer;

/** Thrown inside the lenient parser where a text is no JSON, however it is looked at. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why it is none. */
  enum Reason {
    /** Something is where nothing like it can be. */
    MISTAKE,
    /** It ends in the middle of a value. */
    CUT,
    /** It is nested too deep. */
    TOO_DEEP,
    /** An object begins where a comma or the end of another is expected. */
    RESTART
  }

  private final Reason reason;

  Broken(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
