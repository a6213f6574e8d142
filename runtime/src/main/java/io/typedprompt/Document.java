package io.typedprompt;

import io.typedprompt.internal.media.MediaContent;
import io.typedprompt.internal.media.MediaKind;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document, such as a PDF: a part of a prompt. Immutable.
 *
 * <p>Any model takes PDFs: OpenRouter reads them for those that cannot, which may cost extra; the
 * plugin {@code file-parser} says how.
 */
public final class Document extends Media {
  private final @Nullable String fileName;

  private Document(MediaContent content, @Nullable String fileName) {
    super(content);
    this.fileName = fileName;
  }

  /**
   * The document in a file, which is read now. Its first bytes tell which type it has, if it is a
   * PDF.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no document, or of an unknown type
   */
  public static Document of(Path file) {
    return named(MediaContent.of(MediaKind.DOCUMENT, file, null), file);
  }

  /**
   * The document of a given type in a file, which is read now.
   *
   * @param mediaType such as {@code application/pdf}; it is believed
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of
   *     documents
   */
  public static Document of(Path file, String mediaType) {
    return named(MediaContent.of(MediaKind.DOCUMENT, file, required(mediaType)), file);
  }

  /**
   * A document whose first bytes tell that it is a PDF. The array may be changed afterwards.
   *
   * @throws IllegalArgumentException if it is empty, too large, no document, or of an unknown type
   */
  public static Document of(byte[] bytes) {
    return new Document(MediaContent.of(MediaKind.DOCUMENT, bytes, null), null);
  }

  /**
   * A document of a given type. The array may be changed afterwards.
   *
   * @param mediaType such as {@code application/pdf}; it is believed
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of
   *     documents
   */
  public static Document of(byte[] bytes, String mediaType) {
    return new Document(MediaContent.of(MediaKind.DOCUMENT, bytes, required(mediaType)), null);
  }

  /**
   * The document in a stream, which is read to its end now and not closed. Its first bytes tell
   * which type it has.
   *
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no document, or of an unknown type
   */
  public static Document of(InputStream in) {
    return new Document(MediaContent.of(MediaKind.DOCUMENT, in, null), null);
  }

  /**
   * The document of a given type in a stream, which is read to its end now and not closed.
   *
   * @param mediaType such as {@code application/pdf}; it is believed
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of
   *     documents
   */
  public static Document of(InputStream in, String mediaType) {
    return new Document(MediaContent.of(MediaKind.DOCUMENT, in, required(mediaType)), null);
  }

  /**
   * The document at an {@code https:} address, from which the provider fetches it, or the one that
   * a {@code data:} URI says.
   *
   * @throws IllegalArgumentException if it is another URI, or no document
   */
  public static Document of(URI uri) {
    return new Document(MediaContent.of(MediaKind.DOCUMENT, uri), null);
  }

  private static Document named(MediaContent content, Path file) {
    return new Document(content, String.valueOf(file.getFileName()));
  }

  private static String required(String mediaType) {
    return Objects.requireNonNull(mediaType, "mediaType");
  }

  /**
   * The same document under another name.
   *
   * @param fileName such as {@code invoice.pdf}; the model may see it
   */
  public Document withFileName(String fileName) {
    return new Document(content(), Objects.requireNonNull(fileName, "fileName"));
  }

  /** The name that it has for the model: that of its file, or the one that was given. */
  public Optional<String> fileName() {
    return Optional.ofNullable(fileName);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that
        && content().equals(that.content())
        && Objects.equals(fileName, that.fileName);
  }

  @Override
  public int hashCode() {
    return 31 * content().hashCode() + Objects.hashCode(fileName);
  }
}
