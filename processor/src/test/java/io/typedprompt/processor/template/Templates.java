package io.typedprompt.processor.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to parse and render in tests. */
final class Templates {
  private Templates() {}

  static PartialSource partials(Map<String, String> texts) {
    return resource ->
        Optional.ofNullable(texts.get(resource)).map(text -> TemplateText.resource(resource, text));
  }

  static ParsedTemplate parse(String text) {
    return parse(text, Map.of());
  }

  /** Parses with partials by the full name of their resource. */
  static ParsedTemplate parse(String text, Map<String, String> partials) {
    return TemplateParser.parse(TemplateText.inline(text), partials(partials));
  }

  static String render(String text, Object data) {
    return render(text, data, Map.of());
  }

  /** Renders a template that must have no problem. */
  static String render(String text, Object data, Map<String, String> partials) {
    ParsedTemplate parsed = parse(text, partials);
    assertThat(parsed.problems()).isEmpty();
    return Interpreter.render(parsed, data);
  }

  /** The problems as a user sees them: the sentence, then the excerpt. */
  static List<String> problems(String text) {
    return problems(text, Map.of());
  }

  static List<String> problems(String text, Map<String, String> partials) {
    return parse(text, partials).problems().stream()
        .map(problem -> problem.sentence() + "\n" + problem.span().excerpt())
        .toList();
  }
}
