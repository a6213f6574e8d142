package io.typedprompt.processor.schema;

/** JSON's null, which is a value. */
public enum JsonNull {
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
