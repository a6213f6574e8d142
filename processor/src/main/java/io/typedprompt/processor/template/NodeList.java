package io.typedprompt.processor.template;

import java.util.ArrayList;
import java.util.List;

/** Collects nodes; texts that follow each other become one. */
final class NodeList {
  private final List<Node> nodes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  void addText(CharSequence source, int start, int end) {
    text.append(source, start, end);
  }

  void add(Node node) {
    flushText();
    nodes.add(node);
  }

  /** What was collected; nothing may be added afterwards. */
  List<Node> finish() {
    flushText();
    return nodes;
  }

  private void flushText() {
    if (!text.isEmpty()) {
      nodes.add(new Node.Text(text.toString()));
      text.setLength(0);
    }
  }
}
