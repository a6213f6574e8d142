package io.typedprompt;

import io.typedprompt.internal.media.MediaContent;
import io.typedprompt.internal.media.MediaKind;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recording of sound: a part of a prompt. Immutable.
 *
 * <p>Providers differ in what they take; most know WAV and MP3. There is no form with an address,
 * because the API takes none.
 */
public final class Audio extends Media {
  private Audio(MediaContent content) {
    super(content);
  }

  /**
   * The recording in a file, which is read now. Its first bytes tell which type it has.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no audio, or of an unknown type
   */
  public static Audio of(Path file) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, file, null));
  }

  /**
   * The recording of a given type in a file, which is read now.
   *
   * @param mediaType such as {@code audio/mpeg}; it is believed
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of audio
   */
  public static Audio of(Path file, String mediaType) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, file, required(mediaType)));
  }

  /**
   * A recording whose first bytes tell which type it has. The array may be changed afterwards.
   *
   * @throws IllegalArgumentException if it is empty, too large, no audio, or of an unknown type
   */
  public static Audio of(byte[] bytes) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, bytes, null));
  }

  /**
   * A recording of a given type. The array may be changed afterwards.
   *
   * @param mediaType such as {@code audio/mpeg}; it is believed
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of audio
   */
  public static Audio of(byte[] bytes, String mediaType) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, bytes, required(mediaType)));
  }

  /**
   * The recording in a stream, which is read to its end now and not closed. Its first bytes tell
   * which type it has.
   *
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty, too large, no audio, or of an unknown type
   */
  public static Audio of(InputStream in) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, in, null));
  }

  /**
   * The recording of a given type in a stream, which is read to its end now and not closed.
   *
   * @param mediaType such as {@code audio/mpeg}; it is believed
   * @throws UncheckedIOException if the stream cannot be read
   * @throws IllegalArgumentException if it is empty or too large, or the type is not one of audio
   */
  public static Audio of(InputStream in, String mediaType) {
    return new Audio(MediaContent.of(MediaKind.AUDIO, in, required(mediaType)));
  }

  private static String required(String mediaType) {
    return Objects.requireNonNull(mediaType, "mediaType");
  }

  /** What the API calls the form of the sound, such as {@code mp3} or {@code wav}. */
  public String format() {
    String type = String.valueOf(content().mediaType());
    return switch (type) {
      case "audio/mpeg" -> "mp3";
      case "audio/mp4" -> "m4a";
      case "audio/l16" -> "pcm16";
      case "audio/l24" -> "pcm24";
      default -> type.substring(type.indexOf('/') + 1);
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Audio that && content().equals(that.content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }
}
