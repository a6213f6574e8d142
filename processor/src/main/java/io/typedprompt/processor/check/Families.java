package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Options;
import java.util.List;

/**
 * The families of the models that are listed: what stands before the slash.
 *
 * @param names the families; empty if no model is listed
 */
record Families(List<String> names) {
  static Families of(Options options) {
    List<?> models = options.get("models").map(o -> (List<?>) o.value()).orElse(List.of());
    return new Families(models.stream().map(model -> family(model.toString())).toList());
  }

  private static String family(String model) {
    // A tilde stands before the name of a family's newest model.
    String name = model.startsWith("~") ? model.substring(1) : model;
    return name.substring(0, Math.max(name.indexOf('/'), 0));
  }

  /** Whether a model of the family is listed. */
  boolean lists(String family) {
    return names.contains(family);
  }

  /** Whether a model of the family can be asked, as far as can be known. */
  boolean mayBe(String family) {
    return names.isEmpty() || lists(family);
  }

  /** What all listed models take in schemas. */
  Dialect dialect() {
    // References do not reach Google's models as such, and Anthropic's take none that are circular.
    return new Dialect(!lists("google") && !lists("anthropic"), !lists("google"));
  }
}
