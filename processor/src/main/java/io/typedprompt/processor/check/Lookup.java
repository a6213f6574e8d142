package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;

/** What a name in a template means. */
sealed interface Lookup {
  /** A value that is known to be there. */
  record Found(Value value) implements Lookup {}

  /** A key that a map may have; otherwise something else. */
  record InMap(Variable map, String key, Value value, Lookup otherwise) implements Lookup {}

  /** Nothing, and rightly so: no map around has the key. */
  record Absent() implements Lookup {}

  /** A mistake, which is reported. */
  record Unknown() implements Lookup {}
}
