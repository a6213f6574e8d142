package io.typedprompt;

import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a model draws: the options under {@code imageConfig}, as {@link
 * io.typedprompt.annotations.ImageConfig} describes them. Only members that are set are sent.
 * Immutable.
 */
public final class ImageConfigOptions {
  private final OptionSet set;

  private ImageConfigOptions(OptionSet set) {
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
    return other instanceof ImageConfigOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "ImageConfigOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** Width to height, such as {@code "16:9"}. */
    public Builder aspectRatio(String aspectRatio) {
      set.text(Option.IMAGE_CONFIG_ASPECT_RATIO, aspectRatio);
      return this;
    }

    /** The resolution, such as {@code "2K"}. */
    public Builder imageSize(String imageSize) {
      set.text(Option.IMAGE_CONFIG_IMAGE_SIZE, imageSize);
      return this;
    }

    /**
     * Further settings as the text of a JSON object.
     *
     * @throws IllegalArgumentException if it is no JSON object, or has what another method sets
     */
    public Builder json(String json) {
      String name = Option.IMAGE_CONFIG_JSON.optionName();
      Map<String, @Nullable Object> settings = JsonValues.parseObject(name, json);
      refuse(settings, Option.IMAGE_CONFIG_ASPECT_RATIO, "aspectRatio");
      refuse(settings, Option.IMAGE_CONFIG_IMAGE_SIZE, "imageSize");
      set.value(Option.IMAGE_CONFIG_JSON, settings);
      return this;
    }

    private static void refuse(Map<String, ?> settings, Option option, String method) {
      if (settings.containsKey(option.wireName())) {
        throw new IllegalArgumentException(
            Option.IMAGE_CONFIG_JSON.optionName()
                + " has the property \""
                + option.wireName()
                + "\", which has a method of its own: use "
                + method
                + "(...)");
      }
    }

    /** The options. */
    public ImageConfigOptions build() {
      return new ImageConfigOptions(set.build());
    }
  }
}
