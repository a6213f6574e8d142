package io.typedprompt.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of media with their type, or the address where they are. Immutable. */
public final class MediaContent {
  /** More than any provider takes in a request; a wrong file must not fill the memory. */
  static final int MAX_BYTES = 100_000_000;

  private final byte @Nullable [] bytes;
  private final @Nullable String mediaType;
  private final @Nullable URI address;

  private MediaContent(byte @Nullable [] bytes, @Nullable String mediaType, @Nullable URI address) {
    this.bytes = bytes;
    this.mediaType = mediaType;
    this.address = address;
  }

  /** The content of a file. */
  public static MediaContent of(MediaKind kind, Path file, @Nullable String mediaType) {
    String name = file.toString();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw tooLarge(kind, name, String.format(Locale.ROOT, "%,d bytes", size));
      }
      bytes = read(kind, name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read: " + e, e);
    }
    return of(kind, name, bytes, mediaType);
  }

  /** What a stream has to its end, which is not closed. */
  public static MediaContent of(MediaKind kind, InputStream in, @Nullable String mediaType) {
    String name = "the stream";
    try {
      return of(kind, name, read(kind, name, in), mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read: " + e, e);
    }
  }

  /** Bytes, of which this keeps its own copy. */
  public static MediaContent of(MediaKind kind, byte[] bytes, @Nullable String mediaType) {
    String name = "the content";
    if (bytes.length > MAX_BYTES) {
      throw tooLarge(kind, name, String.format(Locale.ROOT, "%,d bytes", bytes.length));
    }
    return of(kind, name, bytes.clone(), mediaType);
  }

  /** What is at an {@code https:} address, which is never asked for, or in a {@code data:} URI. */
  public static MediaContent of(MediaKind kind, URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (scheme.equals("data")) {
      DataUri data = DataUri.parse(uri.toString());
      byte[] bytes = data.bytes();
      if (bytes.length > MAX_BYTES) {
        throw tooLarge(
            kind, "the data: URI", String.format(Locale.ROOT, "%,d bytes", bytes.length));
      }
      return of(kind, "the data: URI", bytes, data.mediaType());
    }
    if (!scheme.equals("https") || uri.getHost() == null) {
      String found = uri.getScheme() == null ? "has no scheme" : "begins with " + scheme + ":";
      throw new IllegalArgumentException(
          "The address of "
              + kind.words()
              + " is a whole https: or data: URI, but this one "
              + (scheme.equals("https") ? "names no host" : found)
              + ". Read a file with "
              + kind.className()
              + ".of(Path).");
    }
    return new MediaContent(null, null, uri);
  }

  private static byte[] read(MediaKind kind, String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES);
    if (bytes.length == MAX_BYTES && in.read() >= 0) {
      throw tooLarge(kind, name, "more");
    }
    return bytes;
  }

  private static MediaContent of(
      MediaKind kind, String name, byte[] bytes, @Nullable String mediaType) {
    if (mediaType == null) {
      return recognised(kind, name, bytes);
    }
    String type = MediaTypes.normal(mediaType, kind);
    if (!kind.has(type)) {
      throw new IllegalArgumentException(
          type
              + " is not the media type of "
              + kind.words()
              + ", which is one such as "
              + kind.example()
              + ". Pass it as "
              + MediaKind.of(type).className()
              + ".");
    }
    return filled(name, bytes, type);
  }

  private static MediaContent recognised(MediaKind kind, String name, byte[] bytes) {
    String recognised = MediaTypes.recognise(bytes);
    if (recognised == null && bytes.length > 0) {
      throw new IllegalArgumentException(
          "The first bytes of "
              + name
              + " do not tell what it is. Give its media type, as in "
              + kind.className()
              + ".of(bytes, \""
              + kind.example()
              + "\").");
    }
    String type = recognised == null ? "" : kind.typeOf(recognised);
    if (type == null) {
      throw new IllegalArgumentException(
          "The first bytes of "
              + name
              + " say that it is "
              + recognised
              + ", which is not "
              + kind.words()
              + ". Pass it as "
              + MediaKind.of(String.valueOf(recognised)).className()
              + ".");
    }
    return filled(name, bytes, type);
  }

  private static MediaContent filled(String name, byte[] bytes, String type) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("Nothing to send: " + name + " is empty.");
    }
    return new MediaContent(bytes, type, null);
  }

  private static IllegalArgumentException tooLarge(MediaKind kind, String name, String size) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "Too large: %s has %s, but %s may have at most %,d bytes. Make it smaller%s.",
            name,
            size,
            kind.words(),
            MAX_BYTES,
            kind == MediaKind.AUDIO ? "" : ", or give the https: address where it can be fetched"));
  }

  /** The media type; null for an address. */
  public @Nullable String mediaType() {
    return mediaType;
  }

  /** The address; null if the bytes are here. */
  public @Nullable URI address() {
    return address;
  }

  /** How many bytes there are; 0 for an address. */
  public int size() {
    return bytes == null ? 0 : bytes.length;
  }

  /** The bytes, without a copy of them. */
  public InputStream open() {
    return new ByteArrayInputStream(present());
  }

  /** A copy of the bytes. */
  public byte[] copy() {
    return present().clone();
  }

  private byte[] present() {
    if (bytes == null) {
      throw new IllegalStateException(
          "Only the address is known, not the content: TypedPrompt fetches nothing from there.");
    }
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaContent that
        && Arrays.equals(bytes, that.bytes)
        && Objects.equals(mediaType, that.mediaType)
        && Objects.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + Objects.hash(mediaType, address);
  }

  /**
   * The type and size, or where it is; never the content, and no more of an address than the host.
   */
  @Override
  public String toString() {
    return address == null ? mediaType + ", " + size() + " bytes" : "at " + address.getHost();
  }
}
