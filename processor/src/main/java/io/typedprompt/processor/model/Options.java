package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The options that are written at one level, by full name ({@code temperature}, {@code
 * provider.order}), in the order of the annotation's members.
 *
 * @param written the options
 * @param unset names of options that are not inherited
 * @param known all option names that exist, for suggestions
 * @param where the annotation, or the element where there is none
 * @param unsetWhere the names of the options that are not inherited, or as {@code where}
 */
public record Options(
    Map<String, Option> written,
    List<String> unset,
    Set<String> known,
    Where where,
    Where unsetWhere) {

  /**
   * One written option.
   *
   * @param name its full name
   * @param value a String, Boolean, Integer, Long, Double, {@link EnumValue}, {@link Group} or a
   *     List of them
   * @param rule what its value may be
   * @param where where its value is written
   */
  public record Option(String name, Object value, Rule rule, Where where) {}

  /** An enum constant. */
  public record EnumValue(String typeName, String constant) {}

  /** The members of a nested annotation that stands in an array. */
  public record Group(Map<String, Option> members) {
    /** A member's value; null if it is not written. */
    public Object get(String member, Object otherwise) {
      Option option = members.get(member);
      return option == null ? otherwise : option.value();
    }
  }

  /**
   * What an option's value may be, as its declaration says.
   *
   * @param min the least number, or negative infinity
   * @param max the greatest number, or positive infinity
   * @param knownValues texts that the server was known to take; empty if it is not such an option
   * @param exclusiveWith options that contradict it
   */
  public record Rule(
      double min, double max, List<String> knownValues, List<String> exclusiveWith) {}

  /** The value of an option at this level. */
  public Optional<Option> get(String name) {
    return Optional.ofNullable(written.get(name));
  }

  /** Whether an option is the same in two places, wherever it is written. */
  public static boolean haveSame(String name, Options a, Options b) {
    return same(
        a.get(name).map(Option::value).orElse(""), b.get(name).map(Option::value).orElse(""));
  }

  /** Whether two values are the same, wherever they are written. */
  public static boolean same(Object a, Object b) {
    if (a instanceof List<?> list && b instanceof List<?> other) {
      return list.size() == other.size()
          && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), other.get(i)));
    }
    if (a instanceof Group group && b instanceof Group other) {
      return group.members().keySet().equals(other.members().keySet())
          && group.members().values().stream()
              .allMatch(o -> same(o.value(), other.get(o.name(), "")));
    }
    return a.equals(b);
  }

  /** The names of the classes in {@code tools}. */
  public List<String> toolClasses() {
    return get("tools").stream()
        .flatMap(option -> ((List<?>) option.value()).stream())
        .map(Object::toString)
        .toList();
  }

  /** These options without {@code tools}, which the run time does not know as an option. */
  public Options withoutTools() {
    Map<String, Option> others = new LinkedHashMap<>(written);
    others.remove("tools");
    return new Options(
        others,
        unset.stream().filter(name -> !name.equals("tools")).toList(),
        known,
        where,
        unsetWhere);
  }

  /** Whether nothing is written. */
  public boolean isEmpty() {
    return written.isEmpty() && unset.isEmpty();
  }

  private static boolean isInGroup(String option, Set<String> groups) {
    return groups.stream().anyMatch(group -> option.startsWith(group + "."));
  }

  /** These options over those of a lower level, by the rule that the run time follows too. */
  public Options over(Options lower) {
    Set<String> dropped = new LinkedHashSet<>(unset);
    written.values().forEach(option -> dropped.addAll(option.rule().exclusiveWith()));
    if (get("logprobs").filter(option -> option.value().equals(false)).isPresent()) {
      dropped.add("topLogprobs");
    }
    if (written.containsKey("topLogprobs")) {
      dropped.add("logprobs");
    }
    Map<String, Option> merged = new LinkedHashMap<>(lower.written);
    merged.keySet().removeIf(name -> dropped.contains(name) || isInGroup(name, dropped));
    merged.putAll(written);
    Set<String> allUnset = new LinkedHashSet<>(unset);
    allUnset.addAll(lower.unset);
    return new Options(merged, List.copyOf(allUnset), known, where, unsetWhere);
  }
}
