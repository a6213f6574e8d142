package io.typedprompt.processor.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Renders parsed templates over maps, lists and scalars, as Mustache says; for tests only. */
final class Interpreter {
  private final ParsedTemplate template;
  private final List<Object> scopes = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  private Interpreter(ParsedTemplate template) {
    this.template = template;
  }

  static String render(ParsedTemplate template, Object data) {
    Interpreter interpreter = new Interpreter(template);
    interpreter.scopes.add(data);
    interpreter.print(template.root().nodes());
    return interpreter.out.toString();
  }

  private void print(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Node.Text text) {
        out.append(text.text());
      } else if (node instanceof Node.Variable variable) {
        out.append(Objects.toString(find(variable.name()), ""));
      } else if (node instanceof Node.Partial partial) {
        print(Objects.requireNonNull(template.partials().get(partial.key())).nodes());
      } else if (node instanceof Node.Section section) {
        print(section);
      }
    }
  }

  private void print(Node.Section section) {
    Object value = find(section.name());
    boolean absent =
        value == null || value.equals(false) || (value instanceof List<?> list && list.isEmpty());
    if (section.inverted()) {
      if (absent) {
        print(section.body());
      }
    } else if (!absent) {
      for (Object item : value instanceof List<?> list ? list : List.of(value)) {
        scopes.add(item);
        print(section.body());
        scopes.remove(scopes.size() - 1);
      }
    }
  }

  private Object find(TemplateName name) {
    if (name.isImplicitIterator()) {
      return scopes.get(scopes.size() - 1);
    }
    Object value = null;
    String first = name.segments().get(0).text();
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i) instanceof Map<?, ?> map && map.containsKey(first)) {
        value = map.get(first);
        break;
      }
    }
    for (TemplateName.Segment segment : name.segments().subList(1, name.segments().size())) {
      value = value instanceof Map<?, ?> map ? map.get(segment.text()) : null;
    }
    return value;
  }
}
