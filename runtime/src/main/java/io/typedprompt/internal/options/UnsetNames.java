package io.typedprompt.internal.options;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that {@code unset} takes: options, groups of them, and open ones. */
final class UnsetNames {
  private static final int FARTHEST = 3;

  private UnsetNames() {}

  /** The options that the name stands for: itself, or the members of the group. */
  static List<String> expand(String name) {
    if (name == null) {
      throw new NullPointerException("unset has a null name");
    }
    if (Option.named(name) != null) {
      return List.of(name);
    }
    if (isOpen(name, OptionSet.EXTRA_BODY)) {
      return List.of(name);
    }
    if (isOpen(name, OptionSet.EXTRA_HEADER)) {
      return List.of(
          name.substring(0, OptionSet.EXTRA_HEADER.length())
              + name.substring(OptionSet.EXTRA_HEADER.length()).toLowerCase(Locale.ROOT));
    }
    List<String> members = new ArrayList<>();
    for (Option option : Option.values()) {
      if (option.optionName().startsWith(name + ".")) {
        members.add(option.optionName());
      }
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException(unknown(name));
    }
    return members;
  }

  private static boolean isOpen(String name, String prefix) {
    return name.startsWith(prefix) && name.length() > prefix.length();
  }

  private static String unknown(String name) {
    String nearest = nearest(name);
    return "unset has \""
        + name
        + "\", which is not the name of an option"
        + (nearest == null ? "" : "; did you mean \"" + nearest + "\"?");
  }

  private static @Nullable String nearest(String name) {
    String nearest = null;
    int best = FARTHEST + 1;
    for (String candidate : candidates()) {
      // A member's own name without its group is a likely slip.
      boolean member = candidate.endsWith("." + name);
      int distance = member ? 0 : EditDistance.between(plain(name), plain(candidate));
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return best * 2 <= name.length() ? nearest : null;
  }

  /** The options and their groups. */
  private static Set<String> candidates() {
    Set<String> candidates = new LinkedHashSet<>();
    for (Option option : Option.values()) {
      String candidate = option.optionName();
      for (int dot = candidate.indexOf('.'); dot >= 0; dot = candidate.indexOf('.', dot + 1)) {
        candidates.add(candidate.substring(0, dot));
      }
      candidates.add(candidate);
    }
    return candidates;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
