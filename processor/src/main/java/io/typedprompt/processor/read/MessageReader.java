package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.MessageTemplate.Resource;
import io.typedprompt.processor.read.MetaAnnotations.Written;
import io.typedprompt.processor.template.ParsedTemplate;
import io.typedprompt.processor.template.TemplateParser;
import io.typedprompt.processor.template.TemplateProblem;
import io.typedprompt.processor.template.TemplateProblem.Kind;
import io.typedprompt.processor.template.TemplateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads {@code @SystemMessage} and its like: the template, from the annotation or from a file. */
final class MessageReader {
  private final ResourceFinder resources;
  private final Findings findings;

  MessageReader(ResourceFinder resources, Findings findings) {
    this.resources = resources;
    this.findings = findings;
  }

  /**
   * The message that an annotation says; empty if there is no such annotation. One that cannot be
   * read is not whole.
   */
  Optional<MessageTemplate> read(Element holder, String annotation) {
    List<Written> found = MetaAnnotations.written(holder, annotation);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Written first = found.get(0);
    found.stream()
        .filter(other -> !texts(other).equals(texts(first)))
        .findFirst()
        .ifPresent(other -> conflict(holder, annotation, first, other));
    return Optional.of(read(first.holder(), annotation, first.mirror()));
  }

  private void conflict(Element holder, String annotation, Written first, Written other) {
    Where where =
        MetaAnnotations.carrying(holder, annotation).stream()
            .filter(m -> MetaAnnotations.written(Mirrors.type(m), annotation).contains(other))
            .findFirst()
            .map(mirror -> Where.of(holder, mirror))
            .orElseGet(() -> Where.of(holder));
    findings.add(
        Problem.CONFLICTING_ANNOTATIONS,
        where,
        first.holder().getSimpleName(),
        other.holder().getSimpleName(),
        "@" + annotation,
        holder.getSimpleName());
  }

  private static String texts(Written message) {
    return message.mirror().getElementValues().toString();
  }

  private MessageTemplate read(Element holder, String annotation, AnnotationMirror mirror) {
    Map<String, AnnotationValue> written = Mirrors.written(mirror);
    AnnotationValue inline = written.get("value");
    AnnotationValue resource = written.get("resource");
    if (inline != null && resource != null) {
      Where where = Where.of(holder, mirror, resource);
      findings.add(Problem.TWO_TEXTS, where, annotation);
      return MessageTemplate.unreadable(annotation, where);
    }
    List<Resource> files = new ArrayList<>();
    if (inline != null) {
      TemplateText text = TemplateText.inline(inline.getValue().toString());
      return parse(text, files, annotation, Where.of(holder, mirror, inline));
    }
    if (resource == null) {
      Where nowhere = Where.of(holder, mirror);
      findings.add(Problem.NO_TEXT, nowhere, annotation, annotation);
      return MessageTemplate.unreadable(annotation, nowhere);
    }
    Where where = Where.of(holder, mirror, resource);
    return load(resource.getValue().toString(), files, where)
        .map(text -> parse(text, files, annotation, where))
        .orElseGet(() -> MessageTemplate.unreadable(annotation, where));
  }

  private Optional<TemplateText> load(String name, List<Resource> files, Where where) {
    ResourceFinder.Result result = resources.find(name);
    if (result instanceof ResourceFinder.Found found) {
      files.add(new Resource(name, found.sha256()));
      return Optional.of(TemplateText.resource(name, found.text()));
    }
    if (result instanceof ResourceFinder.Invalid invalid) {
      findings.add(Problem.INVALID_RESOURCE, where, name, invalid.reason());
    } else {
      findings.add(Problem.MISSING_RESOURCE, where, name, suggestion(name));
    }
    return Optional.empty();
  }

  /** The name without what other tools want in it, if there is such a file. */
  private String suggestion(String name) {
    String bare = name.replaceFirst("^(classpath:/?|src/main/resources/)", "");
    for (String candidate : List.of(bare, bare + ".mustache")) {
      if (resources.find(candidate) instanceof ResourceFinder.Found) {
        return " Did you mean '" + candidate + "'?";
      }
    }
    return "";
  }

  private MessageTemplate parse(
      TemplateText text, List<Resource> files, String annotation, Where where) {
    if (text.text().isBlank()) {
      findings.add(Problem.EMPTY_TEMPLATE, where, annotation, annotation);
      return MessageTemplate.unreadable(annotation, where);
    }
    int before = findings.count();
    ParsedTemplate template = TemplateParser.parse(text, name -> partial(name, files, where));
    for (TemplateProblem problem : withoutConsequences(template.problems())) {
      findings.addInTemplate(problem(problem.kind()), where, problem.span(), problem.sentence());
    }
    boolean whole = findings.count() == before;
    return new MessageTemplate(annotation, template, whole, List.copyOf(files), where);
  }

  /**
   * A text that was not written for Mustache, or was for its inheritance, is one mistake, however
   * many of its braces cannot be understood.
   */
  private static List<TemplateProblem> withoutConsequences(List<TemplateProblem> problems) {
    return problems.stream()
        .filter(p -> problems.stream().noneMatch(other -> isConsequence(p, other)))
        .toList();
  }

  private static boolean isConsequence(TemplateProblem problem, TemplateProblem cause) {
    if (problem.equals(cause) || !problem.span().source().equals(cause.span().source())) {
      return false;
    }
    return cause.kind() == Kind.LITERAL_BRACES
        || (cause.kind() == Kind.UNSUPPORTED_TAG
            && problem.kind() == Kind.UNSUPPORTED_TAG
            && cause.span().start() < problem.span().start());
  }

  private Optional<TemplateText> partial(String name, List<Resource> files, Where where) {
    ResourceFinder.Result result = resources.find(name);
    if (result instanceof ResourceFinder.Found found) {
      files.add(new Resource(name, found.sha256()));
      return Optional.of(TemplateText.resource(name, found.text()));
    }
    if (result instanceof ResourceFinder.Invalid invalid) {
      findings.add(Problem.INVALID_RESOURCE, where, name, invalid.reason());
      return Optional.of(TemplateText.resource(name, ""));
    }
    return Optional.empty();
  }

  private static Problem problem(TemplateProblem.Kind kind) {
    return switch (kind) {
      case UNCLOSED_SECTION -> Problem.UNCLOSED_SECTION;
      case MISSING_PARTIAL -> Problem.MISSING_PARTIAL;
      case ENDLESS_PARTIAL -> Problem.RECURSIVE_PARTIAL;
      default -> Problem.TEMPLATE_SYNTAX;
    };
  }
}
