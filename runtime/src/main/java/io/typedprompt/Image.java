package io.typedprompt;

import io.typedprompt.internal.media.MediaContent;
import io.typedprompt.internal.media.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture: a part of a prompt, or made by a model. Immutable.
 *
 * <p>Models in general take PNG, JPEG, WebP and GIF.
 */
public final class Image extends Media {
  private final @Nullable String detail;

  private Image(MediaContent content, @Nullable String detail) {
    super(content);
    this.detail = detail;
  }

  /**
   * The picture in a file, which is read now. Its first bytes tell which type it has.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no image, or of an unknown type
   */
  public static Image of(Path file) {
    return new Image(MediaContent.of(MediaKind.IMAGE, file, null), null);
  }

  /**
   * The picture of a given type in a file, which is read now.
   *
   * @param mediaType such as {@code image/png}; it is believed
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of images
   */
  public static Image of(Path file, String mediaType) {
    return new Image(MediaContent.of(MediaKind.IMAGE, file, required(mediaType)), null);
  }

  /**
   * A picture whose first bytes tell which type it has. The array may be changed afterwards.
   *
   * @throws IllegalArgumentException if it is empty, too large, no image, or of an unknown type
   */
  public static Image of(byte[] bytes) {
    return new Image(MediaContent.of(MediaKind.IMAGE, bytes, null), null);
  }

  /**
   * A picture of a given type. The array may be changed afterwards.
   *
   * @param mediaType such as {@code image/png}; it is believed
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of images
   */
  public static Image of(byte[] bytes, String mediaType) {
    return new Image(MediaContent.of(MediaKind.IMAGE, bytes, required(mediaType)), null);
  }

  /**
   * The picture in a stream, which is read to its end now and not closed. Its first bytes tell
   * which type it has.
   *
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no image, or of an unknown type
   */
  public static Image of(InputStream in) {
    return new Image(MediaContent.of(MediaKind.IMAGE, in, null), null);
  }

  /**
   * The picture of a given type in a stream, which is read to its end now and not closed.
   *
   * @param mediaType such as {@code image/png}; it is believed
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of images
   */
  public static Image of(InputStream in, String mediaType) {
    return new Image(MediaContent.of(MediaKind.IMAGE, in, required(mediaType)), null);
  }

  /**
   * The picture at an {@code https:} address, from which the provider fetches it, or the one that a
   * {@code data:} URI says.
   *
   * @throws IllegalArgumentException if it is another URI, or no image
   */
  public static Image of(URI uri) {
    return new Image(MediaContent.of(MediaKind.IMAGE, uri), null);
  }

  private static String required(String mediaType) {
    return Objects.requireNonNull(mediaType, "mediaType");
  }

  /**
   * The same picture, to be looked at in this detail.
   *
   * @param detail a value of {@link ImageDetail}
   */
  public Image withDetail(String detail) {
    return new Image(content(), Objects.requireNonNull(detail, "detail"));
  }

  /** How closely the model shall look, if that is said. */
  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  /**
   * Writes the picture into a file, in place of what is there.
   *
   * @throws UncheckedIOException if the file cannot be written
   * @throws IllegalStateException if only the address is known
   */
  public void save(Path file) {
    try (InputStream in = open();
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e, e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Image that
        && content().equals(that.content())
        && Objects.equals(detail, that.detail);
  }

  @Override
  public int hashCode() {
    return 31 * content().hashCode() + Objects.hashCode(detail);
  }
}
