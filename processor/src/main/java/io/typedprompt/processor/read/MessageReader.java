package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.MessageTemplate.Resource;
import io.typedprompt.processor.template.ParsedTemplate;
import io.typedprompt.processor.template.TemplateParser;
import io.typedprompt.processor.template.TemplateProblem;
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

  /** The message that an annotation says; empty if there is none, or nothing can be made of it. */
  Optional<MessageTemplate> read(Element holder, String annotation) {
    return Mirrors.ours(holder, annotation).flatMap(mirror -> read(holder, annotation, mirror));
  }

  private Optional<MessageTemplate> read(
      Element holder, String annotation, AnnotationMirror mirror) {
    Map<String, AnnotationValue> written = Mirrors.written(mirror);
    AnnotationValue inline = written.get("value");
    AnnotationValue resource = written.get("resource");
    if (inline != null && resource != null) {
      findings.add(Problem.TWO_TEXTS, Where.of(holder, mirror, resource), annotation);
      return Optional.empty();
    }
    List<Resource> files = new ArrayList<>();
    if (inline != null) {
      TemplateText text = TemplateText.inline(inline.getValue().toString());
      return parse(text, files, annotation, Where.of(holder, mirror, inline));
    }
    if (resource == null) {
      findings.add(Problem.NO_TEXT, Where.of(holder, mirror), annotation, annotation);
      return Optional.empty();
    }
    Where where = Where.of(holder, mirror, resource);
    return load(resource.getValue().toString(), files, where)
        .flatMap(text -> parse(text, files, annotation, where));
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
      findings.add(Problem.MISSING_RESOURCE, where, name);
    }
    return Optional.empty();
  }

  private Optional<MessageTemplate> parse(
      TemplateText text, List<Resource> files, String annotation, Where where) {
    if (text.text().isBlank()) {
      findings.add(Problem.EMPTY_TEMPLATE, where, annotation, annotation);
      return Optional.empty();
    }
    ParsedTemplate template = TemplateParser.parse(text, name -> partial(name, files));
    for (TemplateProblem problem : template.problems()) {
      findings.addInTemplate(problem(problem.kind()), where, problem.span(), problem.sentence());
    }
    return Optional.of(new MessageTemplate(annotation, template, List.copyOf(files), where));
  }

  private Optional<TemplateText> partial(String name, List<Resource> files) {
    if (resources.find(name) instanceof ResourceFinder.Found found) {
      files.add(new Resource(name, found.sha256()));
      return Optional.of(TemplateText.resource(name, found.text()));
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
