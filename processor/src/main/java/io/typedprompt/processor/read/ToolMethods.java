package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the {@code @Tool} methods of a class, inherited ones included. */
final class ToolMethods {
  private final Elements elements;
  private final Types types;

  ToolMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * A method with its annotation.
   *
   * @param called the method that a call of it means
   * @param annotated its most specific declaration that has {@code @Tool}: the whole of it counts
   */
  record Declared(ExecutableElement called, ExecutableElement annotated) {}

  /** Own methods first, then inherited ones, nearer classes first, in declaration order. */
  List<Declared> of(TypeElement type) {
    List<List<ExecutableElement>> groups = new ArrayList<>();
    for (TypeElement declaring : hierarchy(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
        if (isMember(method, type)) {
          group(groups, method, type).add(method);
        }
      }
    }
    List<Declared> declared = new ArrayList<>();
    for (List<ExecutableElement> group : groups) {
      group.stream()
          .filter(method -> Mirrors.ours(method, "Tool").isPresent())
          .findFirst()
          .ifPresent(annotated -> declared.add(new Declared(group.get(0), annotated)));
    }
    return declared;
  }

  /** Static methods of interfaces are not inherited. */
  private static boolean isMember(ExecutableElement method, TypeElement type) {
    TypeElement owner = Enclosing.type(method);
    return owner.equals(type)
        || owner.getKind() != ElementKind.INTERFACE
        || !method.getModifiers().contains(Modifier.STATIC);
  }

  private List<ExecutableElement> group(
      List<List<ExecutableElement>> groups, ExecutableElement method, TypeElement type) {
    for (List<ExecutableElement> group : groups) {
      ExecutableElement first = group.get(0);
      if (elements.overrides(first, method, type) || isSameStatic(first, method)) {
        return group;
      }
    }
    List<ExecutableElement> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  /** Whether a static method hides the other one. */
  private boolean isSameStatic(ExecutableElement first, ExecutableElement method) {
    return first.getModifiers().contains(Modifier.STATIC)
        && first.getSimpleName().equals(method.getSimpleName())
        && elements.hides(first, method);
  }

  /** The class itself, its superclasses, then the interfaces of all of them. */
  private List<TypeElement> hierarchy(TypeElement type) {
    List<TypeElement> classes = new ArrayList<>();
    for (TypeMirror t = type.asType();
        t.getKind() == TypeKind.DECLARED;
        t = superclass(element(t))) {
      classes.add(element(t));
    }
    Set<TypeElement> all = new LinkedHashSet<>(classes);
    Deque<TypeElement> queue = new ArrayDeque<>(classes);
    while (!queue.isEmpty()) {
      TypeElement next = queue.remove();
      for (TypeMirror parent : next.getInterfaces()) {
        TypeElement found = element(existing(parent, next));
        if (all.add(found)) {
          queue.add(found);
        }
      }
    }
    return mostSpecificFirst(all);
  }

  /** An interface that is reached by two ways must come after all that extend it. */
  private List<TypeElement> mostSpecificFirst(Set<TypeElement> found) {
    List<TypeElement> sorted = new ArrayList<>();
    for (TypeElement type : found) {
      int index = sorted.size();
      for (int i = 0; i < sorted.size(); i++) {
        if (types.isSubtype(types.erasure(type.asType()), types.erasure(sorted.get(i).asType()))) {
          index = i;
          break;
        }
      }
      sorted.add(index, type);
    }
    return sorted;
  }

  private static TypeMirror superclass(TypeElement type) {
    TypeMirror superclass = type.getSuperclass();
    return superclass.getKind() == TypeKind.NONE ? superclass : existing(superclass, type);
  }

  private static TypeMirror existing(TypeMirror parent, TypeElement type) {
    if (parent.getKind() == TypeKind.ERROR) {
      throw new MissingTypeException(parent.toString(), type);
    }
    return parent;
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }
}
