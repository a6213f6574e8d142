package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.EnumValue;
import io.typedprompt.processor.model.Options.Group;
import io.typedprompt.processor.model.Options.Option;
import io.typedprompt.processor.model.Options.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads {@code @OpenRouterPrompt}: which options are written, and what each may be. */
final class OptionReader {
  /** Members that are not options of a call. */
  private static final Set<String> NOT_OPTIONS = Set.of("unset", "className");

  private final TypeElement annotationType;
  private final Set<String> known = new LinkedHashSet<>();

  private final Findings findings;

  OptionReader(Elements elements, Findings findings) {
    this.findings = findings;
    this.annotationType = elements.getTypeElement("io.typedprompt.annotations.OpenRouterPrompt");
    eachMember(annotationType, "", (name, member) -> known.add(name));
  }

  /**
   * The options of an interface or method, or of an annotation for them: those that are written on
   * it, then those that its annotations carry.
   */
  Options read(Element holder) {
    return read(holder, new ArrayDeque<>());
  }

  private Options read(Element holder, Deque<Element> path) {
    path.push(holder);
    Options own = written(holder);
    List<Options> carried = new ArrayList<>();
    List<AnnotationMirror> carriers = new ArrayList<>();
    for (AnnotationMirror mirror : MetaAnnotations.carrying(holder, "OpenRouterPrompt")) {
      if (!path.contains(Mirrors.type(mirror))) {
        Options further = read(Mirrors.type(mirror), path);
        for (int i = 0; i < carried.size(); i++) {
          reportConflicts(holder, own, carriers.get(i), carried.get(i), mirror, further);
        }
        carriers.add(mirror);
        carried.add(further);
      }
    }
    path.pop();
    for (Options further : carried) {
      own = own.over(further);
    }
    return own;
  }

  /** They disagree if it matters which of them comes first. */
  private void reportConflicts(
      Element holder,
      Options own,
      AnnotationMirror nearer,
      Options first,
      AnnotationMirror farther,
      Options second) {
    Options one = own.over(first).over(second);
    Options other = own.over(second).over(first);
    Set<String> names = new LinkedHashSet<>(one.written().keySet());
    names.addAll(other.written().keySet());
    names.stream()
        .filter(name -> !Options.haveSame(name, one, other))
        .findFirst()
        .ifPresent(
            name ->
                findings.add(
                    Problem.CONFLICTING_ANNOTATIONS,
                    Where.of(holder, farther),
                    Mirrors.type(nearer).getSimpleName(),
                    Mirrors.type(farther).getSimpleName(),
                    name,
                    holder.getSimpleName()));
  }

  /** The options that are written on an element itself. */
  private Options written(Element holder) {
    Optional<AnnotationMirror> mirror = Mirrors.ours(holder, "OpenRouterPrompt");
    if (mirror.isEmpty()) {
      Where where = Where.of(holder);
      return new Options(Map.of(), List.of(), known, where, where);
    }
    Map<String, Option> written = new LinkedHashMap<>();
    readMembers(holder, mirror.get(), mirror.get(), "", written);
    return new Options(
        written,
        Mirrors.texts(mirror.get(), "unset"),
        known,
        Where.of(holder, mirror.get()),
        Where.of(holder, mirror.get(), Mirrors.written(mirror.get()).get("unset")));
  }

  /** Calls back with every option, also those of nested annotations, by full name. */
  private static void eachMember(
      TypeElement annotation, String prefix, BiConsumer<String, ExecutableElement> action) {
    for (ExecutableElement member : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
      String name = prefix + member.getSimpleName();
      Optional<TypeElement> nested = annotationType(member.getReturnType());
      if (nested.isPresent()) {
        eachMember(nested.get(), name + ".", action);
      } else if (!NOT_OPTIONS.contains(name)) {
        action.accept(name, member);
      }
    }
  }

  private void readMembers(
      Element holder,
      AnnotationMirror outermost,
      AnnotationMirror mirror,
      String prefix,
      Map<String, Option> into) {
    Map<String, AnnotationValue> values = Mirrors.written(mirror);
    // In the order of the annotation's members, so that the order of writing changes no byte.
    for (ExecutableElement member :
        ElementFilter.methodsIn(Mirrors.type(mirror).getEnclosedElements())) {
      String simpleName = member.getSimpleName().toString();
      AnnotationValue value = values.get(simpleName);
      if (value == null || (prefix.isEmpty() && NOT_OPTIONS.contains(simpleName))) {
        continue;
      }
      String name = prefix + simpleName;
      if (value.getValue() instanceof AnnotationMirror nested) {
        readMembers(holder, outermost, nested, name + ".", into);
      } else {
        Where where = Where.of(holder, outermost, value);
        into.put(name, new Option(name, value(holder, outermost, value), rule(member), where));
      }
    }
  }

  private Object value(Element holder, AnnotationMirror outermost, AnnotationValue value) {
    Object raw = value.getValue();
    if (raw instanceof VariableElement constant) {
      TypeElement type = Enclosing.type(constant);
      return new EnumValue(type.getQualifiedName().toString(), constant.getSimpleName().toString());
    }
    if (raw instanceof AnnotationMirror mirror) {
      Map<String, Option> members = new LinkedHashMap<>();
      readMembers(holder, outermost, mirror, "", members);
      return new Group(members);
    }
    if (raw instanceof List<?>) {
      List<Object> list = new ArrayList<>();
      for (AnnotationValue element : Mirrors.list(value)) {
        list.add(value(holder, outermost, element));
      }
      return List.copyOf(list);
    }
    return raw instanceof TypeMirror type ? type.toString() : raw;
  }

  private static Rule rule(ExecutableElement member) {
    double min = Double.NEGATIVE_INFINITY;
    double max = Double.POSITIVE_INFINITY;
    Optional<AnnotationMirror> range = Mirrors.ours(member, "Range");
    if (range.isPresent()) {
      Map<String, AnnotationValue> bounds = Mirrors.written(range.get());
      min = bounds.containsKey("min") ? (double) bounds.get("min").getValue() : min;
      max = bounds.containsKey("max") ? (double) bounds.get("max").getValue() : max;
    }
    List<String> known = new ArrayList<>();
    Mirrors.ours(member, "KnownValues")
        .map(mirror -> (DeclaredType) Mirrors.member(mirror, "value").getValue())
        .ifPresent(holder -> known.addAll(constants((TypeElement) holder.asElement())));
    List<String> exclusive =
        Mirrors.ours(member, "ExclusiveWith")
            .map(mirror -> Mirrors.texts(mirror, "value"))
            .orElse(List.of());
    return new Rule(min, max, List.copyOf(known), exclusive);
  }

  private static List<String> constants(TypeElement holder) {
    return ElementFilter.fieldsIn(holder.getEnclosedElements()).stream()
        .map(VariableElement::getConstantValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** The annotation type of a member that holds one annotation; arrays of them are values. */
  private static Optional<TypeElement> annotationType(TypeMirror type) {
    if (type instanceof ArrayType || type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    return element.getKind() == javax.lang.model.element.ElementKind.ANNOTATION_TYPE
        ? Optional.of(element)
        : Optional.empty();
  }
}
