package io.typedprompt.processor.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template with everything that it includes.
 *
 * <p>Where there are problems, the trees hold what could be understood: a tag with a problem may be
 * missing, with the body of its section. So names that are there can be checked, but nothing may be
 * said about names that are not.
 *
 * @param root the template itself
 * @param partials the partials that it includes, also through others, in the order of first use
 * @param problems what is wrong, in the order of the text; those of partials after those of the
 *     root
 */
public record ParsedTemplate(
    Template root, Map<PartialKey, Template> partials, List<TemplateProblem> problems) {
  public ParsedTemplate {
    partials = Collections.unmodifiableMap(new LinkedHashMap<>(partials));
    problems = List.copyOf(problems);
  }
}
