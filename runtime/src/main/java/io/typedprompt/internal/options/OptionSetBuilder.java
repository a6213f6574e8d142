package io.typedprompt.internal.options;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the options of one level. For each option the last call counts. */
public final class OptionSetBuilder {
  private final Map<String, @Nullable Object> values;
  private final Set<String> removed;

  /** An empty builder. */
  public OptionSetBuilder() {
    this(Map.of(), Set.of());
  }

  OptionSetBuilder(Map<String, @Nullable Object> values, Set<String> removed) {
    this.values = new LinkedHashMap<>(values);
    this.removed = new HashSet<>(removed);
  }

  /** Sets an option to a number within its limits. */
  public void number(Option option, Number value) {
    put(option.optionName(), option.check(value));
  }

  /** Sets an option to a text that is not blank. */
  public void text(Option option, String value) {
    put(option.optionName(), TextChecks.notBlank(option.optionName(), value));
  }

  /** Sets an option to a value that was checked before. */
  public void value(Option option, Object value) {
    if (value == null) {
      throw new NullPointerException(option.optionName() + " is null");
    }
    put(option.optionName(), value);
  }

  /** Sets an extra field of the body, whose value was checked before. */
  public void extraBody(String field, @Nullable Object value) {
    put(OptionSet.EXTRA_BODY + ExtraChecks.bodyField(field), value);
  }

  /** Sets an extra header. */
  public void extraHeader(String name, String value) {
    String lowerCase = ExtraChecks.headerName(name);
    put(OptionSet.EXTRA_HEADER + lowerCase, HeaderChecks.value("extraHeader " + name, value));
  }

  /** Sets all options that the other set has. */
  public void all(OptionSet others) {
    for (Map.Entry<String, @Nullable Object> other : others.values().entrySet()) {
      put(other.getKey(), other.getValue());
    }
  }

  /** The value of an option so far, or null. */
  public @Nullable Object get(Option option) {
    return values.get(option.optionName());
  }

  /** Removes an option, or all of a group such as "provider", here and from lower levels. */
  public void unset(String name) {
    for (String each : UnsetNames.expand(name)) {
      values.remove(each);
      removed.add(each);
    }
  }

  private void put(String name, @Nullable Object value) {
    values.put(name, value);
    removed.remove(name);
  }

  /** The set, if no two of its options contradict each other. */
  public OptionSet build() {
    OptionSet set = new OptionSet(values, removed);
    for (Map.Entry<String, @Nullable Object> entry : set.values().entrySet()) {
      Option option = Option.named(entry.getKey());
      if (option != null) {
        refuseExcluded(option, entry.getValue());
      }
    }
    return set;
  }

  private void refuseExcluded(Option option, @Nullable Object value) {
    String excluded = option.excludes(value);
    if (excluded != null && values.containsKey(excluded)) {
      String first = option == Option.LOGPROBS ? "logprobs = false" : option.optionName();
      throw new IllegalArgumentException(
          first + " and " + excluded + " exclude each other: set only one of them");
    }
  }
}
