package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * The classes that are compiled now. All others come from class files.
 *
 * @param names qualified names of the top-level ones; they become more with the rounds
 */
record Sources(Set<String> names) {

  /** Whether an element is, or is inside of, one of the classes. */
  boolean contain(Element element) {
    return names.contains(Enclosing.topLevelType(element).getQualifiedName().toString());
  }
}
