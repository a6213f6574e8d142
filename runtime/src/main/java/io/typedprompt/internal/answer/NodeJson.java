package io.typedprompt.internal.answer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON text of nodes, and whether two of them say the same. */
final class NodeJson {
  private final StringBuilder json = new StringBuilder();

  private NodeJson() {}

  /** The node as strict JSON without white space. */
  static String of(Node node) {
    NodeJson writer = new NodeJson();
    writer.write(node);
    return writer.json.toString();
  }

  /** Whether two nodes are written the same but for white space and quotes. */
  static boolean same(Node first, Node second) {
    if (first instanceof Node.Text a && second instanceof Node.Text b) {
      return a.isBare() == b.isBare() && a.value().equals(b.value());
    }
    if (first instanceof Node.Elements a && second instanceof Node.Elements b) {
      return sameElements(a.list(), b.list());
    }
    return first instanceof Node.Members a
        && second instanceof Node.Members b
        && sameMembers(a.list(), b.list());
  }

  private static boolean sameElements(List<Node> first, List<Node> second) {
    boolean same = first.size() == second.size();
    for (int i = 0; same && i < first.size(); i++) {
      same = same(first.get(i), second.get(i));
    }
    return same;
  }

  private static boolean sameMembers(List<Node.Member> first, List<Node.Member> second) {
    boolean same = first.size() == second.size();
    for (int i = 0; same && i < first.size(); i++) {
      Node.Member a = first.get(i);
      Node.Member b = second.get(i);
      same = a.name().equals(b.name()) && same(a.value(), b.value());
    }
    return same;
  }

  private void write(Node node) {
    if (node instanceof Node.Text text) {
      writeText(text);
    } else if (node instanceof Node.Elements array) {
      json.append('[');
      String separator = "";
      for (Node element : array.list()) {
        json.append(separator);
        write(element);
        separator = ",";
      }
      json.append(']');
    } else if (node instanceof Node.Members object) {
      json.append('{');
      String separator = "";
      for (Node.Member member : object.list()) {
        json.append(separator);
        quote(member.name());
        json.append(':');
        write(member.value());
        separator = ",";
      }
      json.append('}');
    }
  }

  private void writeText(Node.Text text) {
    String value = text.isBare() ? literal(text.value()) : null;
    if (value == null) {
      quote(text.value());
    } else {
      json.append(value);
    }
  }

  /** A word without quotes as JSON writes it; null if it is a text. */
  private static @Nullable String literal(String word) {
    if (BareWords.isNull(word)) {
      return "null";
    }
    if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
      return word.toLowerCase(Locale.ROOT);
    }
    return BareWords.isValue(word) ? NumberMatcher.match(word, true, false).number() : null;
  }

  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
