package io.typedprompt.processor.read;

import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What readers need of the compilation.
 *
 * @param typeUses the types that declarations use
 * @param sources the classes that are compiled now
 * @param generated qualified names of the classes that this processor wrote in it
 */
record ReaderContext(
    Elements elements,
    Types types,
    TypeUses typeUses,
    ResourceFinder resources,
    Sources sources,
    Set<String> generated) {

  /** Whether a class of the name is there, other than an earlier output of this processor. */
  boolean isTaken(String qualifiedName) {
    // A class file of the name does not count: it is what an earlier compilation wrote.
    return generated.contains(qualifiedName) || sources.names().contains(qualifiedName);
  }
}
