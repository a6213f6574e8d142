package io.typedprompt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing in an answer that was not exactly as asked, and was read all the same. Immutable. */
public final class Repair {
  private final String path;
  private final RepairKind kind;
  private final String text;

  private Repair(String path, RepairKind kind, String text) {
    this.path = path;
    this.kind = kind;
    this.text = text;
  }

  /** A repair, for those who make results themselves. */
  public static Repair of(String path, RepairKind kind, String text) {
    return new Repair(
        Objects.requireNonNull(path, "path"),
        Objects.requireNonNull(kind, "kind"),
        Objects.requireNonNull(text, "text"));
  }

  /** Where it was, as a JSON Pointer: {@code "/items/2/price"}; empty for the whole answer. */
  public String path() {
    return path;
  }

  /** What it was. */
  public RepairKind kind() {
    return kind;
  }

  /** What the answer had there, shortened; empty if it had nothing. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Repair that
        && path.equals(that.path)
        && kind == that.kind
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, kind, text);
  }

  /** Kind and path, without the answer's text. */
  @Override
  public String toString() {
    return path.isEmpty() ? kind.name() : kind + " at " + path;
  }
}
