package io.typedprompt.internal.request;

import io.typedprompt.PluginOptions;
import io.typedprompt.annotations.PluginId;
import io.typedprompt.annotations.PromptCacheMode;
import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.Option.Place;
import io.typedprompt.internal.options.OptionSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a request's body that come from options, in the order of the table. */
final class OptionFields {
  private static final Option[] ALL = Option.values();

  private final Map<String, @Nullable Object> options;
  private final JsonGenerator out;

  OptionFields(Map<String, @Nullable Object> options, JsonGenerator out) {
    this.options = options;
    this.out = out;
  }

  /** One model is {@code model}, several are {@code models}. */
  void models() {
    if (value(Option.MODELS) instanceof List<?> models) {
      boolean one = models.size() == 1;
      property(one ? "model" : "models", one ? models.get(0) : models);
    }
  }

  /**
   * All other fields.
   *
   * @param requireParameters whether endpoints that drop what they do not know are out of the
   *     question, unless the options decide it
   */
  void fields(boolean requireParameters) {
    fieldsAt(Place.BODY);
    logprobs();
    plugins();
    object("reasoning", Place.REASONING);
    prediction();
    imageConfig();
    object("audio", Place.AUDIO);
    automaticCaching();
    promptCacheOptions();
    trace();
    provider(requireParameters && !isSet(Option.PROVIDER_REQUIRE_PARAMETERS));
    extraFields();
  }

  private void fieldsAt(Place place) {
    for (Option option : ALL) {
      if (option.place() == place && isSet(option)) {
        property(option.wireName(), value(option));
      }
    }
  }

  private void object(String name, Place place) {
    if (isAnySet(place)) {
      out.writeName(name);
      out.writeStartObject();
      fieldsAt(place);
      out.writeEndObject();
    }
  }

  private void prediction() {
    if (value(Option.PREDICTION) instanceof String text) {
      out.writeName("prediction");
      out.writeStartObject();
      out.writeStringProperty("type", "content");
      out.writeStringProperty("content", text);
      out.writeEndObject();
    }
  }

  private void imageConfig() {
    Map<?, ?> settings = value(Option.IMAGE_CONFIG_JSON) instanceof Map<?, ?> map ? map : Map.of();
    openObject("image_config", Place.IMAGE_CONFIG, settings);
  }

  private void automaticCaching() {
    if (value(Option.CACHE_AUTOMATIC) instanceof String ttl) {
      CacheControl.write(out, ttl);
    }
  }

  /** The API wants the mode, of which it knows only one. */
  private void promptCacheOptions() {
    if (isAnySet(Place.PROMPT_CACHE)) {
      out.writeName("prompt_cache_options");
      out.writeStartObject();
      if (!isSet(Option.PROMPT_CACHE_MODE)) {
        out.writeStringProperty("mode", PromptCacheMode.EXPLICIT);
      }
      fieldsAt(Place.PROMPT_CACHE);
      out.writeEndObject();
    }
  }

  private void trace() {
    Map<?, ?> metadata = value(Option.TRACE_METADATA) instanceof Map<?, ?> map ? map : Map.of();
    openObject("trace", Place.TRACE, metadata);
  }

  /** An object that has further members beside those that are options. */
  private void openObject(String name, Place place, Map<?, ?> further) {
    if (further.isEmpty() && !isAnySet(place)) {
      return;
    }
    out.writeName(name);
    out.writeStartObject();
    fieldsAt(place);
    for (Map.Entry<?, ?> pair : further.entrySet()) {
      property(String.valueOf(pair.getKey()), pair.getValue());
    }
    out.writeEndObject();
  }

  private void logprobs() {
    if (isSet(Option.TOP_LOGPROBS)) {
      out.writeBooleanProperty("logprobs", true);
    } else if (isSet(Option.LOGPROBS)) {
      property("logprobs", value(Option.LOGPROBS));
    }
  }

  private void plugins() {
    List<?> plugins = value(Option.PLUGINS) instanceof List<?> written ? written : List.of();
    List<?> transforms = value(Option.TRANSFORMS) instanceof List<?> written ? written : null;
    if (transforms != null && hasCompression(plugins)) {
      transforms = null; // What is written about the plugin itself says more.
    }
    if (transforms == null && !isSet(Option.PLUGINS)) {
      return;
    }
    out.writeName("plugins");
    out.writeStartArray();
    for (Object plugin : plugins) {
      plugin((PluginOptions) plugin);
    }
    if (transforms != null) {
      compression(!transforms.isEmpty());
    }
    out.writeEndArray();
  }

  private static boolean hasCompression(List<?> plugins) {
    for (Object plugin : plugins) {
      if (((PluginOptions) plugin).id().equals(PluginId.CONTEXT_COMPRESSION)) {
        return true;
      }
    }
    return false;
  }

  private void plugin(PluginOptions plugin) {
    out.writeStartObject();
    out.writeStringProperty("id", plugin.id());
    for (Map.Entry<String, @Nullable Object> setting : plugin.settings().entrySet()) {
      property(setting.getKey(), setting.getValue());
    }
    out.writeEndObject();
  }

  /** The API's {@code transforms} field became this plugin; no transforms is to switch it off. */
  private void compression(boolean enabled) {
    out.writeStartObject();
    out.writeStringProperty("id", PluginId.CONTEXT_COMPRESSION);
    if (!enabled) {
      out.writeBooleanProperty("enabled", false);
    }
    out.writeEndObject();
  }

  private void provider(boolean requireParameters) {
    boolean sort = isSet(Option.PROVIDER_SORT) || isSet(Option.PROVIDER_PARTITION);
    boolean maxPrice = isAnySet(Place.MAX_PRICE);
    boolean throughput =
        isSet(Option.PROVIDER_PREFERRED_MIN_THROUGHPUT) || isAnySet(Place.MIN_THROUGHPUT);
    boolean latency = isSet(Option.PROVIDER_PREFERRED_MAX_LATENCY) || isAnySet(Place.MAX_LATENCY);
    boolean shaped = sort || maxPrice || throughput || latency;
    if (!requireParameters && !shaped && !isAnySet(Place.PROVIDER)) {
      return;
    }
    out.writeName("provider");
    out.writeStartObject();
    fieldsAt(Place.PROVIDER);
    if (requireParameters) {
      out.writeBooleanProperty(Option.PROVIDER_REQUIRE_PARAMETERS.wireName(), true);
    }
    if (throughput) {
      cutoffs(Option.PROVIDER_PREFERRED_MIN_THROUGHPUT, Place.MIN_THROUGHPUT);
    }
    if (latency) {
      cutoffs(Option.PROVIDER_PREFERRED_MAX_LATENCY, Place.MAX_LATENCY);
    }
    if (sort) {
      sort();
    }
    if (maxPrice) {
      maxPrice();
    }
    out.writeEndObject();
  }

  /** A text by itself, an object where models are ranked together or apart. */
  private void sort() {
    if (!isSet(Option.PROVIDER_PARTITION)) {
      property("sort", value(Option.PROVIDER_SORT));
      return;
    }
    out.writeName("sort");
    out.writeStartObject();
    if (isSet(Option.PROVIDER_SORT)) {
      property("by", value(Option.PROVIDER_SORT));
    }
    property("partition", value(Option.PROVIDER_PARTITION));
    out.writeEndObject();
  }

  /** A number by itself is the median; further percentiles make it an object. */
  private void cutoffs(Option median, Place percentiles) {
    if (!isAnySet(percentiles)) {
      property(median.wireName(), value(median));
      return;
    }
    out.writeName(median.wireName());
    out.writeStartObject();
    if (isSet(median)) {
      property("p50", value(median));
    }
    fieldsAt(percentiles);
    out.writeEndObject();
  }

  /** The API takes prices as texts. */
  private void maxPrice() {
    out.writeName("max_price");
    out.writeStartObject();
    for (Option option : ALL) {
      if (option.place() == Place.MAX_PRICE && value(option) instanceof Double price) {
        BigDecimal plain = BigDecimal.valueOf(price).stripTrailingZeros();
        out.writeStringProperty(option.wireName(), plain.toPlainString());
      }
    }
    out.writeEndObject();
  }

  private void extraFields() {
    for (Map.Entry<String, @Nullable Object> entry : options.entrySet()) {
      if (entry.getKey().startsWith(OptionSet.EXTRA_BODY)) {
        property(entry.getKey().substring(OptionSet.EXTRA_BODY.length()), entry.getValue());
      }
    }
  }

  private void property(String name, @Nullable Object value) {
    out.writeName(name);
    JsonValues.write(out, value);
  }

  private @Nullable Object value(Option option) {
    return options.get(option.optionName());
  }

  private boolean isSet(Option option) {
    return value(option) != null;
  }

  private boolean isAnySet(Place place) {
    for (Option option : ALL) {
      if (option.place() == place && isSet(option)) {
        return true;
      }
    }
    return false;
  }
}
