package io.typedprompt.internal.answer;

import java.util.List;

/** A value of an answer as it was written, before a type says what it means. */
sealed interface Node {
  /** Where it begins in the text it was read from. */
  int start();

  /** Where it ends, exclusive. */
  int end();

  /**
   * An object.
   *
   * @param list its members in order, also those whose names are equal
   * @param isClosed whether it had its closing brace
   */
  record Members(int start, int end, List<Member> list, boolean isClosed) implements Node {}

  /** A member of an object. */
  record Member(String name, Node value) {}

  /** An array. */
  record Elements(int start, int end, List<Node> list) implements Node {}

  /**
   * Anything else.
   *
   * @param value what it says, without quotes and escapes
   * @param form how it was written
   */
  record Text(int start, int end, String value, Form form) implements Node {
    boolean isBare() {
      return form == Form.BARE;
    }

    /** Whether this is the JSON literal. */
    boolean isLiteral(String literal) {
      return form == Form.BARE && value.equals(literal);
    }

    /** Whether this is a number as JSON writes it. */
    boolean isNumber() {
      return form == Form.BARE && NumberText.isJson(value);
    }
  }

  /** How a text was written. */
  enum Form {
    /** In quotes. */
    QUOTED,
    /** Without quotes: a number, a literal, or a word. */
    BARE,
    /** As the name of a member of an object that is a map. */
    NAME,
    /** As text outside of any JSON. */
    PROSE
  }
}
