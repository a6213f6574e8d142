package io.typedprompt.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Annotations of users' own that carry one of this project's: whatever has such an annotation has
 * the carried one, too. They may carry each other.
 */
public final class MetaAnnotations {
  private MetaAnnotations() {}

  /**
   * One of this project's annotations, where it is written.
   *
   * @param holder what it is written on: the element itself, or an annotation type
   */
  record Written(Element holder, AnnotationMirror mirror) {}

  /** Whether an annotation makes an interface one of prompts, or says something about it. */
  public static boolean isForPrompts(TypeElement annotation) {
    return carries(annotation, "OpenRouterPrompt", new ArrayDeque<>())
        || carries(annotation, "SystemMessage", new ArrayDeque<>());
  }

  /** Whether an element is one of prompts: by {@code @OpenRouterPrompt}, carried or not. */
  public static boolean isPrompt(Element element) {
    return has(element, "OpenRouterPrompt");
  }

  /** Whether an element has one of this project's annotations, carried or not. */
  static boolean has(Element element, String simpleName) {
    return Mirrors.ours(element, simpleName).isPresent()
        || !carrying(element, simpleName).isEmpty();
  }

  /**
   * The annotations on an element that carry one of this project's.
   *
   * @throws MissingTypeException if an annotation does not exist (yet), so that nobody knows
   */
  static List<AnnotationMirror> carrying(Element element, String simpleName) {
    List<AnnotationMirror> carrying = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
        throw new MissingTypeException(mirror.getAnnotationType().toString(), element);
      }
      if (carries(Mirrors.type(mirror), simpleName, new ArrayDeque<>())) {
        carrying.add(mirror);
      }
    }
    return carrying;
  }

  /** Each place where an annotation is written for an element: the element itself comes alone. */
  static List<Written> written(Element element, String simpleName) {
    List<Written> found = new ArrayList<>();
    collect(element, simpleName, new ArrayDeque<>(), found);
    return found;
  }

  private static void collect(
      Element element, String simpleName, Deque<Element> path, List<Written> found) {
    Mirrors.ours(element, simpleName)
        .ifPresentOrElse(
            mirror -> found.add(new Written(element, mirror)),
            () -> {
              path.push(element);
              for (AnnotationMirror mirror : carrying(element, simpleName)) {
                TypeElement type = Mirrors.type(mirror);
                if (!path.contains(type)) {
                  collect(type, simpleName, path, found);
                }
              }
              path.pop();
            });
  }

  /** Annotations may be on themselves and on each other, in circles. */
  private static boolean carries(TypeElement annotation, String simpleName, Deque<Element> path) {
    if (path.contains(annotation) || Mirrors.isOurs(annotation)) {
      return false;
    }
    path.push(annotation);
    boolean carries = Mirrors.ours(annotation, simpleName).isPresent();
    for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
      carries = carries || carries(Mirrors.type(mirror), simpleName, path);
    }
    path.pop();
    return carries;
  }
}
