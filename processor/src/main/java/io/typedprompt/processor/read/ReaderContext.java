package io.typedprompt.processor.read;

import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What readers need of the compilation.
 *
 * @param typeUses the types that declarations use
 * @param sources the classes that are compiled now
 * @param waits whether a class that another processor is about to change should be read later
 * @param generated qualified names of the classes that this processor wrote in it
 */
record ReaderContext(
    Elements elements,
    Types types,
    TypeUses typeUses,
    ResourceFinder resources,
    Sources sources,
    boolean waits,
    Set<String> generated) {

  /** The same, but takes every class as it is. */
  ReaderContext withoutWaiting() {
    return new ReaderContext(elements, types, typeUses, resources, sources, false, generated);
  }

  /** Whether a class of the name is there, other than an earlier output of this processor. */
  boolean isTaken(String qualifiedName) {
    // A class file of the name does not count: it is what an earlier compilation wrote.
    return generated.contains(qualifiedName) || sources.names().contains(qualifiedName);
  }
}
