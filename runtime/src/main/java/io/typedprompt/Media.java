package io.typedprompt;

import io.typedprompt.internal.media.MediaContent;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/**
 * What a prompt shows beside its text: an {@link Image}, a {@link Document}, an {@link Audio} or a
 * {@link Video}. Immutable.
 *
 * <p>A prompt's method takes them as parameters, also several in a list or array. They are parts of
 * the user message: where its template names them, otherwise at its end, in the order of the
 * parameters.
 *
 * <p>Bytes are kept in memory and sent with each request, at most 100,000,000 of them; providers
 * often take less. An {@code https:} address is handed on to the provider as it is: nothing is ever
 * fetched from there by this client.
 */
public abstract sealed class Media permits Image, Document, Audio, Video {
  private final MediaContent content;

  Media(MediaContent content) {
    this.content = content;
  }

  MediaContent content() {
    return content;
  }

  /**
   * The media type, such as {@code image/png}, in lower case and without parameters; empty if only
   * the address is known.
   */
  public Optional<String> mediaType() {
    return Optional.ofNullable(content.mediaType());
  }

  /** The address, if the content itself is not here. */
  public Optional<URI> uri() {
    return Optional.ofNullable(content.address());
  }

  /** How many bytes there are; 0 if only the address is known. */
  public int size() {
    return content.size();
  }

  /**
   * A copy of the bytes.
   *
   * @throws IllegalStateException if only the address is known
   */
  public byte[] bytes() {
    return content.copy();
  }

  /**
   * The bytes as a stream, without a copy of them in memory. It needs no closing.
   *
   * @throws IllegalStateException if only the address is known
   */
  public InputStream open() {
    return content.open();
  }

  /** What it is and how large, or on which host; never the content. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "{" + content + '}';
  }
}
