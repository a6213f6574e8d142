package io.typedprompt.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What readers need of the compilation.
 *
 * @param sources qualified names of the top-level classes that are compiled now
 * @param generated qualified names of the classes that this processor wrote in it
 */
record ReaderContext(
    Elements elements,
    Types types,
    ResourceFinder resources,
    Set<String> sources,
    Set<String> generated) {

  /** Whether a class of the name is there, other than an earlier output of this processor. */
  boolean isTaken(String qualifiedName) {
    if (generated.contains(qualifiedName) || sources.contains(qualifiedName)) {
      return true;
    }
    // A class file of an earlier compilation is what is written anew now.
    return false;
  }

  /** Whether an element comes from a source file of this compilation. */
  boolean isSource(Element element) {
    Element top = element;
    while (top.getEnclosingElement() != null
        && top.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      top = top.getEnclosingElement();
    }
    return sources.contains(((TypeElement) top).getQualifiedName().toString());
  }
}
