package io.typedprompt;

import io.typedprompt.internal.media.MediaContent;
import io.typedprompt.internal.media.MediaKind;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A video: a part of a prompt. Immutable.
 *
 * <p>Models that take them take MP4, MPEG, MOV and WebM; of addresses, some know only those of
 * YouTube.
 */
public final class Video extends Media {
  private Video(MediaContent content) {
    super(content);
  }

  /**
   * The video in a file, which is read now. Its first bytes tell which type it has.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no video, or of an unknown type
   */
  public static Video of(Path file) {
    return new Video(MediaContent.of(MediaKind.VIDEO, file, null));
  }

  /**
   * The video of a given type in a file, which is read now.
   *
   * @param mediaType such as {@code video/mp4}; it is believed
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of videos
   */
  public static Video of(Path file, String mediaType) {
    return new Video(MediaContent.of(MediaKind.VIDEO, file, required(mediaType)));
  }

  /**
   * A video whose first bytes tell which type it has. The array may be changed afterwards.
   *
   * @throws IllegalArgumentException if it is empty, too large, no video, or of an unknown type
   */
  public static Video of(byte[] bytes) {
    return new Video(MediaContent.of(MediaKind.VIDEO, bytes, null));
  }

  /**
   * A video of a given type. The array may be changed afterwards.
   *
   * @param mediaType such as {@code video/mp4}; it is believed
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of videos
   */
  public static Video of(byte[] bytes, String mediaType) {
    return new Video(MediaContent.of(MediaKind.VIDEO, bytes, required(mediaType)));
  }

  /**
   * The video in a stream, which is read to its end now and not closed. Its first bytes tell which
   * type it has.
   *
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no video, or of an unknown type
   */
  public static Video of(InputStream in) {
    return new Video(MediaContent.of(MediaKind.VIDEO, in, null));
  }

  /**
   * The video of a given type in a stream, which is read to its end now and not closed.
   *
   * @param mediaType such as {@code video/mp4}; it is believed
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of videos
   */
  public static Video of(InputStream in, String mediaType) {
    return new Video(MediaContent.of(MediaKind.VIDEO, in, required(mediaType)));
  }

  /**
   * The video at an {@code https:} address, from which the provider fetches it, or the one that a
   * {@code data:} URI says.
   *
   * @throws IllegalArgumentException if it is another URI, or no video
   */
  public static Video of(URI uri) {
    return new Video(MediaContent.of(MediaKind.VIDEO, uri));
  }

  private static String required(String mediaType) {
    return Objects.requireNonNull(mediaType, "mediaType");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Video that && content().equals(that.content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }
}
