package io.typedprompt;

import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.TextChecks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool that OpenRouter itself runs while the model answers, with its parameters. Immutable. */
public final class ServerToolOptions {
  private final String type;
  private final Map<String, @Nullable Object> parameters;

  private ServerToolOptions(String type, Map<String, @Nullable Object> parameters) {
    this.type = type;
    this.parameters = parameters;
  }

  /**
   * A tool as it comes.
   *
   * @param type the tool, see {@link io.typedprompt.annotations.ServerToolType}
   */
  public static ServerToolOptions of(String type) {
    return new ServerToolOptions(TextChecks.notBlank("serverTools.type", type), Map.of());
  }

  /**
   * A tool with parameters.
   *
   * @param type the tool, see {@link io.typedprompt.annotations.ServerToolType}
   * @param json its parameters as the text of a JSON object, such as <code>{"max_results": 3}
   *     </code>
   * @throws IllegalArgumentException if that is not a JSON object
   */
  public static ServerToolOptions of(String type, String json) {
    TextChecks.notBlank("serverTools.type", type);
    String name = "serverTools.json of \"" + type + "\"";
    return new ServerToolOptions(type, JsonValues.parseObject(name, json));
  }

  /** The tool. */
  public String type() {
    return type;
  }

  /** Its parameters: plain values as JSON has them. Unmodifiable. */
  public Map<String, @Nullable Object> parameters() {
    return parameters;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServerToolOptions that
        && type.equals(that.type)
        && parameters.equals(that.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + parameters.hashCode();
  }

  @Override
  public String toString() {
    return parameters.isEmpty() ? type : type + parameters;
  }
}
