package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.ObjectNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the properties of one object type by what an answer calls them. */
final class PropertySpellings {
  /** No property. */
  static final int NONE = -1;

  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> aliases = new HashMap<>();
  private final Map<String, Integer> spellings = new HashMap<>();

  PropertySpellings(ObjectNames object) {
    List<ObjectNames.Property> properties = object.properties();
    for (int i = 0; i < properties.size(); i++) {
      ObjectNames.Property property = properties.get(i);
      names.put(property.name(), i);
      spell(property.name(), i);
      for (String alias : property.aliases()) {
        aliases.putIfAbsent(alias, i);
        spell(alias, i);
      }
    }
  }

  /** A spelling that two properties share tells neither. */
  private void spell(String name, int index) {
    spellings.merge(Spelling.of(name), index, (a, b) -> a.equals(b) ? a : Integer.valueOf(NONE));
  }

  /** The index of the property; {@link #NONE} if there is none. */
  int indexOf(String name) {
    Integer index = names.get(name);
    if (index == null) {
      index = aliases.get(name);
    }
    if (index == null) {
      index = spellings.get(Spelling.of(name));
    }
    return index == null ? NONE : index;
  }

  /** In which way the answer's name differs from that of the schema; null if it does not. */
  @Nullable RepairKind repairOf(String name) {
    if (names.containsKey(name)) {
      return null;
    }
    return aliases.containsKey(name) ? RepairKind.ALIAS : RepairKind.SPELLING;
  }
}
