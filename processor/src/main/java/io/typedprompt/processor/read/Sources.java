package io.typedprompt.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The classes that are compiled now. All others come from class files.
 *
 * @param names qualified names of the top-level ones; they become more with the rounds
 */
record Sources(Set<String> names) {

  /** Whether an element is, or is inside of, one of the classes. */
  boolean contain(Element element) {
    Element top = element;
    while (top.getEnclosingElement() != null
        && !(top.getEnclosingElement() instanceof PackageElement)) {
      top = top.getEnclosingElement();
    }
    return names.contains(((TypeElement) top).getQualifiedName().toString());
  }
}
