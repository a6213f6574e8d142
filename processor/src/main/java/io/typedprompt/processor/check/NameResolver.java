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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what names mean: the first part in the innermost scope that has it, the others inside. */
final class NameResolver {
  private final Where where;
  private final Findings findings;
  private final ParameterUse use;
  private final String here;

  /**
   * @param where where the template is written
   * @param here the place in words
   */
  NameResolver(Where where, String here, Findings findings, ParameterUse use) {
    this.where = where;
    this.here = here;
    this.findings = findings;
    this.use = use;
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
    use.mayUseAny();
    findings.addInTemplate(
        Problem.UNKNOWN_VARIABLE,
        where,
        name.span(),
        ".",
        here,
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
      if (shape instanceof Shape.MapShape map && map.hasTextKeys()) {
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
        use.hide(first.text(), Descriptions.name(shape));
        return follow(new Value(context.get(), List.of(new MemberAccess(member.get()))), rest);
      }
    }
    if (scope.outer().isPresent()) {
      return resolve(first, rest, scope.outer().get(), innermost, mapSeen);
    }
    Optional<Variable> parameter = scope.parameter(first.text());
    if (parameter.isPresent()) {
      use.use(parameter.get().name());
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
      if (shape instanceof Shape.MapShape map && map.hasTextKeys()) {
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
    String name = segment.text();
    Optional<String> separate = use.separate(name);
    String advice =
        separate.isPresent()
            ? " The parameter '" + name + "' " + separate.get() + "."
            : advice(name, scope);
    String visible = separate.isPresent() && names(scope).isEmpty() ? "" : visible(scope);
    findings.addInTemplate(
        Problem.UNKNOWN_VARIABLE, where, segment.span(), name, here, advice, visible);
  }

  private String advice(String name, Scope scope) {
    if (name.equals("else")) {
      return " Mustache has no 'else': close the section and open an inverted one, as in"
          + " {{/name}}{{^name}}.";
    }
    if (name.equals("this") && scope.context().isPresent()) {
      return didYouMean(Optional.of("."));
    }
    Optional<String> meant = SimilarNames.nearest(name, names(scope)).or(() -> pathTo(name, scope));
    meant.ifPresentOrElse(path -> use.use(firstPart(path)), use::mayUseAny);
    return didYouMean(meant);
  }

  private static String firstPart(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /** Where the name is a part of something that can be seen, the path to it. */
  private static Optional<String> pathTo(String name, Scope scope) {
    for (Variable parameter : scope.parameters()) {
      if (members(Truth.unwrap(parameter.shape())).flatMap(m -> m.find(name)).isPresent()) {
        return Optional.of(parameter.name() + "." + name);
      }
    }
    return Optional.empty();
  }

  private void unknownProperty(Segment segment, Shape shape) {
    List<String> names =
        members(shape).map(m -> m.list().stream().map(Member::name).toList()).orElse(List.of());
    findings.addInTemplate(
        Problem.UNKNOWN_PROPERTY,
        where,
        segment.span(),
        Descriptions.name(shape),
        segment.text(),
        didYouMean(SimilarNames.nearest(segment.text(), names)),
        names.isEmpty() ? withoutProperties(shape) : "It has " + Descriptions.list(names) + ".");
  }

  private static String withoutProperties(Shape shape) {
    return shape instanceof Shape.SequenceShape
        ? "A section goes through its elements, as in {{#name}}{{.}}{{/name}}."
        : "It has no properties: pass what you need as a parameter of its own.";
  }

  private static String didYouMean(Optional<String> name) {
    return name.map(n -> " Did you mean '" + n + "'?").orElse("");
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
    scope.parameters().forEach(parameter -> names.add(parameter.name()));
    return names;
  }
}
