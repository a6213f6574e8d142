package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import java.util.Set;
import javax.lang.model.element.Element;
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
    // A class file of the name does not count: it is what an earlier compilation wrote.
    return generated.contains(qualifiedName) || sources.contains(qualifiedName);
  }

  /** Whether an element comes from a source file of this compilation. */
  boolean isSource(Element element) {
    return sources.contains(Enclosing.topLevelType(element).getQualifiedName().toString());
  }
}
