package io.typedprompt.internal.options;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of one level, or of several merged ones: values by option name in the order of the
 * table, and the names that lower levels shall not supply. Immutable.
 *
 * <p>Beside the options of the table there are open ones, each body field and each header by
 * itself: {@code extraBody.<field>} and {@code extraHeader.<name in lower case>}.
 */
public final class OptionSet {
  /** Prefix of the names of extra body fields. */
  public static final String EXTRA_BODY = "extraBody.";

  /** Prefix of the names of extra headers. */
  public static final String EXTRA_HEADER = "extraHeader.";

  private final Map<String, @Nullable Object> values;
  private final Set<String> removed;

  OptionSet(Map<String, @Nullable Object> values, Collection<String> removed) {
    this.values = Collections.unmodifiableMap(inOrder(values));
    this.removed = Collections.unmodifiableSet(new TreeSet<>(removed));
  }

  /** The values by option name, in the order of the table, the open ones last. */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  Set<String> removed() {
    return removed;
  }

  /** A builder that starts with this set. */
  public OptionSetBuilder toBuilder() {
    return new OptionSetBuilder(values, removed);
  }

  /**
   * These options over those of a lower level. The operation is associative: a set remembers what
   * it takes away, also from levels that come later.
   */
  public OptionSet over(OptionSet lower) {
    Set<String> blocked = new HashSet<>(removed);
    for (Map.Entry<String, @Nullable Object> mine : values.entrySet()) {
      blocked.add(mine.getKey());
      addExcluded(mine, blocked);
    }
    Map<String, @Nullable Object> merged = new HashMap<>(values);
    Set<String> gone = new HashSet<>(removed);
    gone.addAll(lower.removed);
    for (Map.Entry<String, @Nullable Object> theirs : lower.values.entrySet()) {
      if (isBlocked(theirs, blocked)) {
        // Although it is gone, it still hides its namesake and what it excludes at lower levels.
        addExcluded(theirs, gone);
        if (!blocked.contains(theirs.getKey())) {
          gone.add(theirs.getKey());
        }
      } else {
        merged.put(theirs.getKey(), theirs.getValue());
      }
    }
    gone.removeAll(merged.keySet());
    return new OptionSet(merged, gone);
  }

  private static boolean isBlocked(Map.Entry<String, @Nullable Object> entry, Set<String> blocked) {
    return blocked.contains(entry.getKey())
        || (isLogprobsOff(entry.getKey(), entry.getValue())
            && blocked.contains(Option.LOGPROBS_OFF));
  }

  private static boolean isLogprobsOff(String name, @Nullable Object value) {
    return name.equals(Option.LOGPROBS.optionName()) && Boolean.FALSE.equals(value);
  }

  private static void addExcluded(Map.Entry<String, @Nullable Object> entry, Set<String> excluded) {
    Option option = Option.named(entry.getKey());
    String other = option == null ? null : option.excludes(entry.getValue());
    if (other != null) {
      excluded.add(other);
    }
  }

  private static Map<String, @Nullable Object> inOrder(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    Map<String, @Nullable Object> open = new TreeMap<>(values);
    for (Option option : Option.values()) {
      String name = option.optionName();
      if (open.containsKey(name)) {
        ordered.put(name, open.remove(name));
      }
    }
    ordered.putAll(open);
    return ordered;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OptionSet that
        && values.equals(that.values)
        && removed.equals(that.removed);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + removed.hashCode();
  }

  /**
   * The names with their values; without extra headers, one of which may be a secret, and without
   * the text of a prediction.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    String separator = "";
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      boolean hidden =
          entry.getKey().startsWith(EXTRA_HEADER)
              || entry.getKey().equals(Option.PREDICTION.optionName());
      text.append(separator).append(entry.getKey()).append('=');
      text.append(hidden ? "(hidden)" : entry.getValue());
      separator = ", ";
    }
    if (!removed.isEmpty()) {
      text.append(separator).append("unset=").append(removed);
    }
    return text.append('}').toString();
  }
}
