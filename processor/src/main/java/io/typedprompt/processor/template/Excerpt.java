package io.typedprompt.processor.template;

/** Draws the line of a span with carets under it. */
final class Excerpt {
  /** The columns that a line may take before it is shortened. */
  private static final int MAX_WIDTH = 80;

  /** The columns that a shortened line shows before the carets. */
  private static final int CONTEXT = 24;

  private static final String CUT = "...";

  private final Span span;
  private final StringBuilder shown = new StringBuilder();
  private int caretsFrom;
  private int carets;

  Excerpt(Span span) {
    this.span = span;
  }

  String draw() {
    String header = "  " + header() + ": ";
    int line = span.line();
    int lineStart = span.source().lineStart(line);
    int lineEnd = Math.max(span.start(), span.source().lineEnd(line));
    int caretStart = span.start();
    int caretEnd = Math.min(Math.max(span.end(), caretStart), lineEnd);

    boolean fits = width(lineStart, lineEnd, MAX_WIDTH + 1) <= MAX_WIDTH;
    int from = fits ? lineStart : shortenedStart(lineStart, lineEnd, caretStart);
    if (from > lineStart) {
      shown.append(CUT);
    }
    int to = append(from, lineEnd, caretStart, caretEnd, fits ? Integer.MAX_VALUE : MAX_WIDTH);
    if (to < lineEnd) {
      shown.append(CUT);
    }
    String padding = " ".repeat(width(header, 0, header.length(), Integer.MAX_VALUE) + caretsFrom);
    return header + shown + "\n" + padding + "^".repeat(Math.max(1, carets));
  }

  private String header() {
    return span.source()
        .resource()
        .map(name -> name + ":" + span.line() + ":" + span.column())
        .orElseGet(() -> "template line " + span.line());
  }

  /** Appends what fits of a part of the text and returns where it stopped. */
  private int append(int from, int to, int caretStart, int caretEnd, int maxWidth) {
    String text = span.source().text();
    int column = shown.length();
    caretsFrom = column;
    int limit = maxWidth == Integer.MAX_VALUE ? maxWidth : column + maxWidth;
    int at = from;
    while (at < to) {
      int codePoint = text.codePointAt(at);
      DisplayCell cell = DisplayCell.of(codePoint);
      if (column + cell.width() > limit) {
        return at;
      }
      if (at < caretStart) {
        caretsFrom += cell.width();
      } else if (at < caretEnd) {
        carets += cell.width();
      }
      shown.append(cell.text());
      column += cell.width();
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** Where a shortened line starts: a little before the carets, earlier if the line ends soon. */
  private int shortenedStart(int lineStart, int lineEnd, int caretStart) {
    int start = Math.min(back(caretStart, lineStart, CONTEXT), back(lineEnd, lineStart, MAX_WIDTH));
    return start - lineStart <= CUT.length() ? lineStart : start;
  }

  /** The offset so many columns before another one. */
  private int back(int from, int lineStart, int columns) {
    String text = span.source().text();
    int at = from;
    int left = columns;
    while (at > lineStart) {
      int codePoint = text.codePointBefore(at);
      left -= DisplayCell.of(codePoint).width();
      if (left < 0) {
        break;
      }
      at -= Character.charCount(codePoint);
    }
    return at;
  }

  private int width(int from, int to, int enough) {
    return width(span.source().text(), from, to, enough);
  }

  /** The columns that a part of a text takes; counting stops when there are enough. */
  private static int width(String text, int from, int to, int enough) {
    int columns = 0;
    int at = from;
    while (at < to && columns < enough) {
      int codePoint = text.codePointAt(at);
      columns += DisplayCell.of(codePoint).width();
      at += Character.charCount(codePoint);
    }
    return columns;
  }
}
