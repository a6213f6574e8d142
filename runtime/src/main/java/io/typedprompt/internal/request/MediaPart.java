package io.typedprompt.internal.request;

/** A part that is no text, such as an image. */
public non-sealed interface MediaPart extends ContentPart {
  @Override
  default String text() {
    return "";
  }
}
