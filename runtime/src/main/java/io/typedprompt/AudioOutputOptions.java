package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How a model speaks: the options under {@code audio}, as {@link
 * io.typedprompt.annotations.AudioOutput} describes them. Only members that are set are sent.
 * Immutable.
 */
public final class AudioOutputOptions {
  private final OptionSet set;

  private AudioOutputOptions(OptionSet set) {
    this.set = set;
  }

  /** A builder without options. */
  public static Builder builder() {
    return new Builder();
  }

  OptionSet set() {
    return set;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AudioOutputOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "AudioOutputOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** The voice, such as {@code "alloy"}. */
    public Builder voice(String voice) {
      set.text(Option.AUDIO_VOICE, voice);
      return this;
    }

    /** The form of the sound, such as {@code "wav"} or {@code "pcm16"}. */
    public Builder format(String format) {
      set.text(Option.AUDIO_FORMAT, format);
      return this;
    }

    /** The options. */
    public AudioOutputOptions build() {
      return new AudioOutputOptions(set.build());
    }
  }
}
