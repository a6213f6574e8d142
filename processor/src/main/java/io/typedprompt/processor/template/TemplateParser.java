package io.typedprompt.processor.template;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses Mustache templates: the whole of the specification's required part. Values are never
 * escaped, so the three forms of a variable are the same.
 *
 * <p>A wrong template is no exception but a list of problems.
 */
public final class TemplateParser {

  /** A partial to be read, and the one whose indentation it carries on. */
  private record Inclusion(PartialKey key, TemplateText text, @Nullable Inclusion within) {

    /**
     * The partials on the way from an outer occurrence of this one, which has less indentation.
     * There would then be another with still more, and so on. Empty if there is none.
     */
    Set<String> endlessCycle() {
      Set<String> cycle = new HashSet<>();
      for (Inclusion outer = within; outer != null; outer = outer.within) {
        cycle.add(outer.key.resource());
        if (outer.key.resource().equals(key.resource())) {
          return cycle;
        }
      }
      return Set.of();
    }
  }

  private final PartialSource partials;
  private final Map<String, Optional<TemplateText>> loaded = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Set<String> endless = new HashSet<>();
  private final Set<PartialKey> known = new HashSet<>();
  private final Queue<Inclusion> unread = new ArrayDeque<>();
  private final Set<TemplateProblem> problems = new LinkedHashSet<>();

  private TemplateParser(PartialSource partials) {
    this.partials = partials;
  }

  /** Parses a template and all partials that it includes, each once per indentation. */
  public static ParsedTemplate parse(TemplateText text, PartialSource partials) {
    return new TemplateParser(partials).parse(text);
  }

  private ParsedTemplate parse(TemplateText text) {
    Template root = read(text, null);
    Map<PartialKey, Template> trees = new LinkedHashMap<>();
    for (Inclusion next = unread.poll(); next != null; next = unread.poll()) {
      trees.put(next.key, read(next.text, next));
    }
    return new ParsedTemplate(root, trees, List.copyOf(problems));
  }

  private Template read(TemplateText text, @Nullable Inclusion inclusion) {
    String indent = inclusion == null ? "" : inclusion.key.indent();
    TextProblems found = new TextProblems();
    Template template =
        new TemplateReader(
                text, indent, (key, name, log) -> include(key, name, inclusion, log), found)
            .read();
    // The same text with another indentation has the same problems again.
    problems.addAll(found.inOrder());
    return template;
  }

  private boolean include(
      PartialKey key, Span name, @Nullable Inclusion within, TextProblems found) {
    Optional<TemplateText> text = loaded.computeIfAbsent(key.resource(), partials::load);
    if (text.isEmpty()) {
      if (missing.add(key.resource())) {
        found.missingPartial(name, key.resource());
      }
      return false;
    }
    if (known.contains(key)) {
      return true;
    }
    Inclusion inclusion = new Inclusion(key, text.get(), key.indent().isEmpty() ? null : within);
    Set<String> cycle = inclusion.endlessCycle();
    if (!cycle.isEmpty()) {
      // A cycle is one mistake, wherever it is entered.
      if (Collections.disjoint(endless, cycle)) {
        found.endlessPartial(name, key.resource());
      }
      endless.addAll(cycle);
      return false;
    }
    known.add(key);
    unread.add(inclusion);
    return true;
  }
}
