package io.typedprompt.internal.tool;

import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.options.EditDistance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tools that a model is offered, found by the names that it uses for them. */
final class ToolSet {
  /** No tool's name is longer. */
  static final int LONGEST_NAME = 64;

  private final List<ToolMethod<?>> tools;

  ToolSet(List<ToolMethod<?>> tools) {
    this.tools = tools;
  }

  /**
   * The tool of this name. Models are known to put the name of a group before it, such as {@code
   * functions.}, and to write it in another style.
   *
   * @return null if there is none, or it might be several
   */
  @Nullable ToolMethod<?> find(String name) {
    for (ToolMethod<?> tool : tools) {
      if (tool.name().equals(name)) {
        return tool;
      }
    }
    ToolMethod<?> found = spelled(plain(name));
    return found == null ? spelled(plain(withoutGroup(name))) : found;
  }

  private @Nullable ToolMethod<?> spelled(String plain) {
    ToolMethod<?> found = null;
    for (ToolMethod<?> tool : tools) {
      if (plain(tool.name()).equals(plain)) {
        if (found != null) {
          return null;
        }
        found = tool;
      }
    }
    return found;
  }

  private static String withoutGroup(String name) {
    int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
    return name.substring(Math.max(end, name.lastIndexOf('/')) + 1);
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").strip().toLowerCase(Locale.ROOT);
  }

  /** What the model is told of a name that is none of a tool. */
  String unknown(String name) {
    StringBuilder text = new StringBuilder("There is no tool named \"");
    text.append(name, 0, Math.min(name.length(), LONGEST_NAME)).append("\".");
    String nearest = nearest(name);
    if (nearest != null) {
      text.append(" Did you mean ").append(nearest).append('?');
    }
    text.append(" The tools are: ");
    for (int i = 0; i < tools.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(tools.get(i).name());
    }
    return text.append('.').toString();
  }

  private @Nullable String nearest(String name) {
    String plain = plain(withoutGroup(name));
    String nearest = null;
    int best = plain.length() / 2 + 1;
    for (ToolMethod<?> tool : tools) {
      int distance = EditDistance.between(plain, plain(tool.name()));
      if (distance < best) {
        best = distance;
        nearest = tool.name();
      }
    }
    return nearest;
  }
}
