package io.typedprompt.processor.read;

import javax.lang.model.element.TypeElement;

/**
 * A class that lacks members which another processor adds in this round: what reads it must be read
 * again in the next one.
 */
public final class UnfinishedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnfinishedTypeException(TypeElement type) {
    super(type.getQualifiedName().toString());
  }
}
