package io.typedprompt;

import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.TextChecks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plugin of OpenRouter that takes part in a request, with its settings. Immutable. */
public final class PluginOptions {
  private final String id;
  private final Map<String, @Nullable Object> settings;

  private PluginOptions(String id, Map<String, @Nullable Object> settings) {
    this.id = id;
    this.settings = settings;
  }

  /**
   * A plugin as it comes.
   *
   * @param id the plugin, see {@link io.typedprompt.annotations.PluginId}
   */
  public static PluginOptions of(String id) {
    return new PluginOptions(TextChecks.notBlank("plugins.id", id), Map.of());
  }

  /**
   * A plugin with settings.
   *
   * @param id the plugin, see {@link io.typedprompt.annotations.PluginId}
   * @param json its settings as the text of a JSON object, such as <code>{"max_results": 3}</code>
   * @throws IllegalArgumentException if that is not a JSON object, or has an {@code id}
   */
  public static PluginOptions of(String id, String json) {
    TextChecks.notBlank("plugins.id", id);
    String name = "plugins.json of \"" + id + "\"";
    Map<String, @Nullable Object> settings = JsonValues.parseObject(name, json);
    if (settings.containsKey("id")) {
      throw new IllegalArgumentException(
          name + " has the property \"id\", which names the plugin already");
    }
    return new PluginOptions(id, settings);
  }

  /** The plugin. */
  public String id() {
    return id;
  }

  /** Its settings: plain values as JSON has them. Unmodifiable. */
  public Map<String, @Nullable Object> settings() {
    return settings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PluginOptions that
        && id.equals(that.id)
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + settings.hashCode();
  }

  @Override
  public String toString() {
    return settings.isEmpty() ? id : id + settings;
  }
}
