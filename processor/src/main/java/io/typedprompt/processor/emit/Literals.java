package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** String literals. A class file holds no constant of more than 65,535 bytes. */
final class Literals {
  /** No character takes more than three bytes in a class file. */
  private static final int LONGEST = 65_535 / 3;

  private static final int LINE = 80;

  private Literals() {}

  /** An expression of any length. */
  static CodeBlock of(String text) {
    List<String> pieces = pieces(text);
    if (pieces.size() == 1) {
      return piece(text);
    }
    // Joined at run time: javac would fold a "+" of constants into one again.
    CodeBlock.Builder code = CodeBlock.builder().add("$T.join(\"\"", String.class);
    pieces.forEach(piece -> code.add(",\n$L", piece(piece)));
    return code.add(")").build();
  }

  /** A literal. JavaPoet takes Unicode's line separators for ends of lines of code. */
  static CodeBlock piece(String text) {
    if (text.indexOf('\u2028') < 0 && text.indexOf('\u2029') < 0) {
      return CodeBlock.of("$S", text);
    }
    return Arrays.stream(text.split("(?<=[\u2028\u2029])|(?=[\u2028\u2029])"))
        .map(
            part ->
                part.equals("\u2028") || part.equals("\u2029")
                    ? CodeBlock.of("$L", String.format("\"\\u%04x\"", (int) part.charAt(0)))
                    : CodeBlock.of("$S", part))
        .collect(CodeBlock.joining(" + "));
  }

  /** An expression for JSON, broken into lines that people can read. */
  static CodeBlock json(String text) {
    if (text.length() > LONGEST) {
      return of(text);
    }
    List<String> lines = lines(text);
    CodeBlock.Builder code = CodeBlock.builder().add(piece(lines.get(0))).indent().indent();
    lines.subList(1, lines.size()).forEach(line -> code.add("\n+ $L", piece(line)));
    return code.unindent().unindent().build();
  }

  /** Breaks before names and strings; a single one may be longer than a line. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int lastBreak = 0;
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(",\"", i)) {
        lastBreak = i + 1;
      }
      width += text.charAt(i) == '"' || text.charAt(i) == '\\' ? 2 : 1;
      if (width > LINE && lastBreak > start) {
        lines.add(text.substring(start, lastBreak));
        start = lastBreak;
        width = 0;
        i = start - 1;
      }
    }
    lines.add(text.substring(start));
    return lines;
  }

  /** Parts that are literals each; they may end within a character, since they are joined again. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > LONGEST) {
      pieces.add(text.substring(start, start + LONGEST));
      start += LONGEST;
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
