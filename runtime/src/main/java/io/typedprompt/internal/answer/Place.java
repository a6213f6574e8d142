package io.typedprompt.internal.answer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where in an answer something is.
 *
 * @param parent where its object or array is; null for the whole answer
 * @param name its name there, if that is an object
 * @param index its number there, if that is an array
 */
record Place(@Nullable Place parent, @Nullable String name, int index) {
  static final Place ROOT = new Place(null, null, -1);

  Place member(String member) {
    return new Place(this, member, -1);
  }

  Place element(int element) {
    return new Place(this, null, element);
  }

  /** The place as a JSON Pointer. */
  String pointer() {
    Deque<Place> steps = new ArrayDeque<>();
    for (Place place = this; place.parent != null; place = place.parent) {
      steps.push(place);
    }
    StringBuilder pointer = new StringBuilder();
    for (Place step : steps) {
      ReadPath.append(pointer, step.name == null ? Integer.toString(step.index) : step.name);
    }
    return pointer.toString();
  }
}
