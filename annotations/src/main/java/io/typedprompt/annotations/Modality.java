package io.typedprompt.annotations;

/** What an answer consists of: values of {@link OpenRouterPrompt#modalities()}. */
public final class Modality {
  /** Text. */
  public static final String TEXT = "text";

  /** Images, from models that draw. */
  public static final String IMAGE = "image";

  /** Sound, from models that speak; it comes only as a stream. */
  public static final String AUDIO = "audio";

  private Modality() {}
}
