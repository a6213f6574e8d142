package io.typedprompt.internal.answer;

import io.typedprompt.codegen.ObjectNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects and arrays that a reader is in, outermost first. */
final class ReadPath {
  private static final ObjectNames NO_NAMES = ObjectNames.of("array");
  private static final int[] NO_STARTS = {};

  /** Those that are open, and after them those that were and are used again. */
  private final List<Level> levels = new ArrayList<>();

  private int depth;
  private Level innermost = new Level();

  /** One object or array. */
  static final class Level {
    private ObjectNames names = NO_NAMES;

    /** How many problems there were when it was entered. */
    int problemsBefore;

    /** Where in the text the first value of each property begins; zero if there was none. */
    int[] starts = NO_STARTS;

    /** The index of the property that comes next where they come in order. */
    private int next;

    /** Whether the property being read is called by an alias. */
    boolean isAlias;

    /** The name of the property being read, as the answer spells it. */
    @Nullable String key;

    /** The number of the element being read. */
    int index = -1;

    /** Where in the text the element being read begins. */
    int elementStart;

    /** The property that told the object's type, if one did. */
    @Nullable String discriminator;

    /** Where in the text the value of the discriminator begins; zero before it came. */
    int discriminatorStart;

    /** The steps from the value that was asked to the one that was entered in its place. */
    String via = "";

    /** Whether the object was cut off, so that what it lacks may have been lost. */
    boolean isCut;

    /** Whether it is a member of an object that is a map, and not an object of its own. */
    boolean isMember;

    /** The names in the entries, if this is a map. */
    @Nullable ObjectNames entry;

    private void enter(ObjectNames names, int problemsBefore) {
      this.names = names;
      this.problemsBefore = problemsBefore;
      int properties = names.properties().size();
      if (starts.length == properties) {
        Arrays.fill(starts, 0);
      } else {
        starts = new int[properties];
      }
      next = 0;
      key = null;
      index = -1;
      elementStart = 0;
      discriminator = null;
      discriminatorStart = 0;
      via = "";
      isCut = false;
      isMember = false;
      entry = null;
    }

    /** The index of the property of that name, or with that alias; -1 if there is none. */
    int indexOf(String key) {
      List<ObjectNames.Property> properties = names.properties();
      int found = next;
      isAlias = false;
      if (found == properties.size() || !properties.get(found).name().equals(key)) {
        found = search(key, properties);
      }
      next = found + 1;
      return found;
    }

    private int search(String key, List<ObjectNames.Property> properties) {
      for (int i = 0; i < properties.size(); i++) {
        if (properties.get(i).name().equals(key)) {
          return i;
        }
      }
      for (int i = 0; i < properties.size(); i++) {
        if (properties.get(i).aliases().contains(key)) {
          isAlias = true;
          return i;
        }
      }
      return -1;
    }

    /** The object's names; none in an array. */
    ObjectNames names() {
      return names;
    }
  }

  void enterObject(ObjectNames names, int problemsBefore) {
    if (depth == levels.size()) {
      levels.add(new Level());
    }
    innermost = levels.get(depth++);
    innermost.enter(names, problemsBefore);
  }

  void enterArray(int problemsBefore) {
    enterObject(NO_NAMES, problemsBefore);
  }

  void leave() {
    depth--;
    if (depth > 0) {
      innermost = levels.get(depth - 1);
    }
  }

  /** The same object for the next that is entered once this one is left. */
  Level innermost() {
    return innermost;
  }

  /** The JSON Pointer to the value being read. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Level level : levels.subList(0, depth)) {
      pointer.append(level.via);
      if (level.key != null) {
        append(pointer, level.key);
      } else if (level.index >= 0) {
        pointer.append('/').append(level.index);
      }
    }
    return pointer.toString();
  }

  /** The JSON Pointer to a property of the innermost object, none of whose is being read. */
  String pointerTo(String property) {
    StringBuilder pointer = new StringBuilder(pointer());
    append(pointer, property);
    return pointer.toString();
  }

  static void append(StringBuilder pointer, String key) {
    pointer.append('/').append(key.replace("~", "~0").replace("/", "~1"));
  }
}
