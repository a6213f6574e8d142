package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Options;
import java.util.List;

/** What the families of the models that are listed take in schemas. */
final class Families {
  private Families() {}

  /** What all listed models take. */
  static Dialect dialect(Options options) {
    boolean references = true;
    boolean formats = true;
    for (Object model : options.get("models").map(o -> (List<?>) o.value()).orElse(List.of())) {
      // A tilde stands before the name of a family's newest model.
      String name = model.toString().startsWith("~") ? model.toString().substring(1) : "" + model;
      boolean google = name.startsWith("google/");
      // References do not reach Google's models as such, and Anthropic's take none that are
      // circular.
      references &= !google && !name.startsWith("anthropic/");
      formats &= !google;
    }
    return new Dialect(references, formats);
  }
}
