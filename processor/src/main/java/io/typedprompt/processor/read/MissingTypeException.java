package io.typedprompt.processor.read;

import javax.lang.model.element.Element;

/**
 * A type that does not exist yet: another processor may generate it in a later round, so the
 * interface is read again then.
 */
public final class MissingTypeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;
  private final transient Element user;

  MissingTypeException(String type, Element user) {
    super("there is no type " + type);
    this.type = type;
    this.user = user;
  }

  /** The name of the type. */
  public String type() {
    return type;
  }

  /** The declaration that names the type. */
  public Element user() {
    return user;
  }
}
