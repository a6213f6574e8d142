package io.typedprompt.processor.template;

import java.util.List;

/**
 * A parsed template.
 *
 * @param nodes what it prints, in order; no two {@link Node.Text}s follow each other
 */
public record Template(List<Node> nodes) {
  public Template {
    nodes = List.copyOf(nodes);
  }
}
