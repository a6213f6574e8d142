package io.typedprompt.processor.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parameters the templates of one method use. A name that means nothing was probably meant
 * for one of them, which is then not called unused as well: one mistake is one message.
 */
final class ParameterUse {
  private final Set<String> used = new HashSet<>();
  private final Map<String, String> hidden = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Map<String, String> separate = new HashMap<>();
  private boolean unclear;

  /** A template names the parameter, or probably meant to. */
  void use(String parameter) {
    used.add(parameter);
  }

  /** A template says where the parameter, which is an image or its like, is shown. */
  void show(String parameter) {
    shown.add(parameter);
  }

  /** Whether a template says where the parameter is shown. */
  boolean isShown(String parameter) {
    return shown.contains(parameter);
  }

  /** A template names something else, in a section, that is called like a parameter. */
  void hide(String parameter, String type) {
    hidden.put(parameter, type);
  }

  /** The type that has a part called like the parameter, where a template names that. */
  Optional<String> hiddenBy(String parameter) {
    return Optional.ofNullable(hidden.get(parameter));
  }

  /** The parameter is sent by itself, so that no template can name it; {@code how} says how. */
  void separate(String parameter, String how) {
    separate.put(parameter, how);
  }

  /** How a parameter is sent that no template can name. */
  Optional<String> separate(String parameter) {
    return Optional.ofNullable(separate.get(parameter));
  }

  /** A template has a name that may have been meant for any parameter. */
  void mayUseAny() {
    unclear = true;
  }

  /** Whether certainly no template names the parameter. */
  boolean isUnused(String parameter) {
    return !unclear && !used.contains(parameter);
  }
}
