package io.typedprompt.internal.answer;

import java.util.ArrayList;
import java.util.List;

/** The tokens of strict JSON without white space. */
final class JsonTokens {
  private final List<String> list = new ArrayList<>();

  JsonTokens(String json) {
    int at = 0;
    while (at < json.length()) {
      int end = at + 1;
      if (json.charAt(at) == '"') {
        while (json.charAt(end) != '"') {
          end += json.charAt(end) == '\\' ? 2 : 1;
        }
        end++;
      } else if (!isMark(json.charAt(at))) {
        while (end < json.length() && !isMark(json.charAt(end))) {
          end++;
        }
      }
      list.add(json.substring(at, end));
      at = end;
    }
  }

  private static boolean isMark(char c) {
    return "{}[],:\"".indexOf(c) >= 0;
  }

  List<String> list() {
    return list;
  }

  boolean isString(int index) {
    return list.get(index).charAt(0) == '"';
  }

  /** A string without its quotes. */
  String content(int index) {
    return list.get(index).substring(1, list.get(index).length() - 1);
  }

  /** Whether the token is the name of a member. */
  boolean isName(int index) {
    return index + 1 < list.size() && list.get(index + 1).equals(":");
  }

  /** Whether the token, a comma, is between members. */
  boolean isBetweenMembers(int index) {
    return list.get(index).equals(",") && isName(index + 1);
  }

  /** The JSON with another text in place of one token. */
  String with(int index, String other) {
    List<String> changed = new ArrayList<>(list);
    changed.set(index, other);
    return String.join("", changed);
  }
}
