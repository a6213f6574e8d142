package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces of about a word, none of them empty or in the middle of a character. */
final class Pieces {
  private static final int LONGEST = 12;

  private Pieces() {}

  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      piece.appendCodePoint(codePoint);
      if (Character.isWhitespace(codePoint) || piece.length() >= LONGEST) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }
}
