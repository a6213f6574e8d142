package io.typedprompt;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of the prompt that OpenRouter parsed for the model, and what it read there. */
public final class FileAnnotation {
  private final String hash;
  private final @Nullable String name;
  private final String text;

  private FileAnnotation(String hash, @Nullable String name, String text) {
    this.hash = hash;
    this.name = name;
    this.text = text;
  }

  /**
   * An annotation.
   *
   * @param hash see {@link #hash()}
   * @param name see {@link #name()}
   * @param text see {@link #text()}
   */
  public static FileAnnotation of(String hash, @Nullable String name, String text) {
    return new FileAnnotation(
        Objects.requireNonNull(hash, "hash"), name, Objects.requireNonNull(text, "text"));
  }

  /** The same for the same file. */
  public String hash() {
    return hash;
  }

  /** The name of the file. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The text that was read, all parts together; without images. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileAnnotation that
        && hash.equals(that.hash)
        && Objects.equals(name, that.name)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  /** The name and the hash, without the text. */
  @Override
  public String toString() {
    return name == null ? hash : name + " " + hash;
  }
}
