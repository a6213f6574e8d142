package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.SimilarNames;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Rendering.Access;
import io.typedprompt.processor.model.Rendering.KeyAccess;
import io.typedprompt.processor.model.Rendering.MemberAccess;
import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.Members;
import io.typedprompt.processor.template.TemplateName;
import io.typedprompt.processor.template.TemplateName.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what names mean: the first part in the innermost scope that has it, the others inside. */
final class NameResolver {
  private final Where where;
  private final Findings findings;
  private final Set<Variable> used;

  NameResolver(Where where, Findings findings, Set<Variable> used) {
    this.where = where;
    this.findings = findings;
    this.used = used;
  }

  Lookup resolve(TemplateName name, Scope scope) {
    if (name.isImplicitIterator()) {
      return implicitIterator(name, scope);
    }
    Segment first = name.segments().get(0);
    List<Segment> rest = name.segments().subList(1, name.segments().size());
    return resolve(first, rest, scope, scope, false);
  }

  private Lookup implicitIterator(TemplateName name, Scope scope) {
    if (scope.context().isPresent()) {
      return new Lookup.Found(new Value(scope.context().get(), List.of()));
    }
    findings.addInTemplate(
        Problem.UNKNOWN_VARIABLE,
        where,
        name.span(),
        ".",
        " It stands for what the enclosing section is about, and there is none.",
        visible(scope));
    return new Lookup.Unknown();
  }

  /**
   * @param innermost where the name stands, for messages
   * @param mapSeen whether a map further in may have the name
   */
  private Lookup resolve(
      Segment first, List<Segment> rest, Scope scope, Scope innermost, boolean mapSeen) {
    Optional<Variable> context = scope.context();
    if (context.isPresent()) {
      Shape shape = Truth.unwrap(context.get().shape());
      if (shape instanceof Shape.MapShape map) {
        Access access = new KeyAccess(first.text(), nullable(map.value()));
        Lookup value = follow(new Value(context.get(), List.of(access)), rest);
        if (!(value instanceof Lookup.Found found)) {
          return value;
        }
        Lookup otherwise = resolve(first, rest, scope.outer().orElseThrow(), innermost, true);
        // Without anything else, a missing key is just an absent value.
        return otherwise instanceof Lookup.Absent
            ? value
            : new Lookup.InMap(context.get(), first.text(), found.value(), otherwise);
      }
      Optional<Member> member = members(shape).flatMap(m -> m.find(first.text()));
      if (member.isPresent()) {
        return follow(new Value(context.get(), List.of(new MemberAccess(member.get()))), rest);
      }
    }
    if (scope.outer().isPresent()) {
      return resolve(first, rest, scope.outer().get(), innermost, mapSeen);
    }
    Optional<Variable> parameter = scope.parameter(first.text());
    if (parameter.isPresent()) {
      used.add(parameter.get());
      return follow(new Value(parameter.get(), List.of()), rest);
    }
    if (mapSeen) {
      return new Lookup.Absent();
    }
    unknownVariable(first, innermost);
    return new Lookup.Unknown();
  }

  private Lookup follow(Value start, List<Segment> rest) {
    Value value = start;
    for (Segment segment : rest) {
      Shape shape = Truth.unwrap(value.shape());
      List<Access> path = new ArrayList<>(value.path());
      if (shape instanceof Shape.HiddenShape hidden) {
        findings.addInTemplate(
            Problem.INACCESSIBLE_TYPE,
            where,
            segment.span(),
            Descriptions.name(hidden),
            hidden.problem(),
            hidden.fix());
        return new Lookup.Unknown();
      }
      if (shape instanceof Shape.MapShape map) {
        path.add(new KeyAccess(segment.text(), nullable(map.value())));
      } else {
        Optional<Member> member = members(shape).flatMap(m -> m.find(segment.text()));
        if (member.isEmpty()) {
          unknownProperty(segment, shape);
          return new Lookup.Unknown();
        }
        path.add(new MemberAccess(member.get()));
      }
      value = new Value(value.root(), path);
    }
    return new Lookup.Found(value);
  }

  /** A map says nothing about keys that it does not have. */
  private static Shape nullable(Shape shape) {
    return shape instanceof Shape.NullableShape ? shape : new Shape.NullableShape(shape);
  }

  private static Optional<Members> members(Shape shape) {
    if (shape instanceof Shape.RecordShape record) {
      return Optional.of(record.members());
    }
    return shape instanceof Shape.BeanShape bean ? Optional.of(bean.members()) : Optional.empty();
  }

  private void unknownVariable(Segment segment, Scope scope) {
    findings.addInTemplate(
        Problem.UNKNOWN_VARIABLE,
        where,
        segment.span(),
        segment.text(),
        suggestion(segment.text(), names(scope)),
        visible(scope));
  }

  private void unknownProperty(Segment segment, Shape shape) {
    List<String> names =
        members(shape).map(m -> m.list().stream().map(Member::name).toList()).orElse(List.of());
    String has =
        names.isEmpty()
            ? "It has no properties at all."
            : "It has " + Descriptions.list(names) + ".";
    findings.addInTemplate(
        Problem.UNKNOWN_PROPERTY,
        where,
        segment.span(),
        Descriptions.name(shape),
        segment.text(),
        suggestion(segment.text(), names),
        has);
  }

  private static String suggestion(String name, Collection<String> candidates) {
    return SimilarNames.nearest(name, candidates)
        .map(nearest -> " Did you mean '" + nearest + "'?")
        .orElse("");
  }

  private static String visible(Scope scope) {
    Set<String> names = names(scope);
    return names.isEmpty()
        ? "The method has no parameters."
        : "Names here: " + Descriptions.list(names) + ".";
  }

  private static Set<String> names(Scope scope) {
    Set<String> names = new LinkedHashSet<>();
    for (Scope s = scope; s != null; s = s.outer().orElse(null)) {
      s.context()
          .flatMap(context -> members(Truth.unwrap(context.shape())))
          .ifPresent(members -> members.list().forEach(member -> names.add(member.name())));
    }
    names.addAll(scope.parameterNames());
    return names;
  }
}
