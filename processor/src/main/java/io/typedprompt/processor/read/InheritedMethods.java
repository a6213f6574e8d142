package io.typedprompt.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods that a class implementing an interface must write, with all their declarations. */
final class InheritedMethods {
  private final Elements elements;
  private final Types types;

  InheritedMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** A method, as its declarations from the most specific to the most general. */
  record Declarations(List<ExecutableElement> list) {
    ExecutableElement mostSpecific() {
      return list.get(0);
    }
  }

  /** The interface itself, then what it extends: nearer ones first, in the order written. */
  List<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    Deque<TypeElement> queue = new ArrayDeque<>(List.of(type));
    while (!queue.isEmpty()) {
      TypeElement next = queue.remove();
      if (found.add(next)) {
        for (TypeMirror parent : next.getInterfaces()) {
          if (parent instanceof DeclaredType declared
              && parent.getKind() == javax.lang.model.type.TypeKind.DECLARED) {
            queue.add((TypeElement) declared.asElement());
          } else {
            throw new MissingTypeException(parent.toString(), next);
          }
        }
      }
    }
    return mostSpecificFirst(new ArrayList<>(found));
  }

  /** A super-interface that is reached by two ways must come after all that extend it. */
  private List<TypeElement> mostSpecificFirst(List<TypeElement> found) {
    List<TypeElement> sorted = new ArrayList<>();
    for (TypeElement type : found) {
      int index = sorted.size();
      for (int i = 0; i < sorted.size(); i++) {
        if (isSubtype(type, sorted.get(i))) {
          index = i;
          break;
        }
      }
      sorted.add(index, type);
    }
    return sorted;
  }

  boolean isSubtype(TypeElement type, TypeElement of) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(of.asType()));
  }

  /** The abstract methods that nothing implements, own ones first. */
  List<Declarations> abstractMethods(TypeElement type) {
    List<List<ExecutableElement>> groups = new ArrayList<>();
    DeclaredType self = (DeclaredType) type.asType();
    for (TypeElement declaring : hierarchy(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
        if (!method.getModifiers().contains(Modifier.STATIC)
            && !method.getModifiers().contains(Modifier.PRIVATE)
            && !isMethodOfObject(method)) {
          group(groups, method, self).add(method);
        }
      }
    }
    return groups.stream()
        .filter(group -> group.get(0).getModifiers().contains(Modifier.ABSTRACT))
        .map(group -> new Declarations(List.copyOf(group)))
        .toList();
  }

  private List<ExecutableElement> group(
      List<List<ExecutableElement>> groups, ExecutableElement method, DeclaredType self) {
    for (List<ExecutableElement> group : groups) {
      if (sameSignature(group.get(0), method, self)) {
        return group;
      }
    }
    List<ExecutableElement> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  private boolean sameSignature(ExecutableElement a, ExecutableElement b, DeclaredType self) {
    return a.getSimpleName().equals(b.getSimpleName())
        && a.getParameters().size() == b.getParameters().size()
        && types.isSubsignature(
            (ExecutableType) types.asMemberOf(self, a), (ExecutableType) types.asMemberOf(self, b));
  }

  /** An interface may repeat {@code toString} and the like; every class has them already. */
  private boolean isMethodOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    for (ExecutableElement inherited : ElementFilter.methodsIn(object.getEnclosedElements())) {
      if (inherited.getModifiers().contains(Modifier.PUBLIC)
          && inherited.getSimpleName().equals(method.getSimpleName())
          && types.isSubsignature(
              (ExecutableType) method.asType(), (ExecutableType) inherited.asType())) {
        return true;
      }
    }
    return false;
  }
}
