package io.typedprompt.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types: told by the first bytes of a content, or given by the caller. */
final class MediaTypes {
  /** A PDF may have a little of something else before its mark. */
  private static final int PDF_MARK_WITHIN = 1024;

  private MediaTypes() {}

  /** The media type of a content; null if its first bytes are not known. */
  static @Nullable String recognise(byte[] content) {
    String type = image(content);
    if (type == null) {
      type = audio(content);
    }
    if (type == null) {
      type = video(content);
    }
    return type == null && isPdf(content) ? "application/pdf" : type;
  }

  private static @Nullable String image(byte[] content) {
    if (has(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (has(content, 0, "\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (has(content, 0, "GIF87a") || has(content, 0, "GIF89a")) {
      return "image/gif";
    }
    if (has(content, 0, "RIFF") && has(content, 8, "WEBP")) {
      return "image/webp";
    }
    if (has(content, 0, "II*\0") || has(content, 0, "MM\0*")) {
      return "image/tiff";
    }
    if (has(content, 0, "BM") && has(content, 6, "\0\0\0\0")) {
      return "image/bmp";
    }
    return null;
  }

  private static @Nullable String audio(byte[] content) {
    if (has(content, 0, "RIFF") && has(content, 8, "WAVE")) {
      return "audio/wav";
    }
    if (has(content, 0, "FORM") && (has(content, 8, "AIFF") || has(content, 8, "AIFC"))) {
      return "audio/aiff";
    }
    if (has(content, 0, "fLaC")) {
      return "audio/flac";
    }
    if (has(content, 0, "OggS")) {
      return "audio/ogg";
    }
    return has(content, 0, "ID3") ? "audio/mpeg" : mpegFrame(content);
  }

  /** The head of a frame: eleven ones, then the version and, in two bits, the layer. */
  private static @Nullable String mpegFrame(byte[] content) {
    if (content.length < 4 || content[0] != (byte) 0xff || (content[1] & 0xe0) != 0xe0) {
      return null;
    }
    int layer = (content[1] >> 1) & 3;
    if (layer == 0) {
      return (content[1] & 0xf0) == 0xf0 ? "audio/aac" : null;
    }
    boolean hasVersion = ((content[1] >> 3) & 3) != 1;
    boolean hasRates = (content[2] & 0xf0) != 0xf0 && (content[2] & 0x0c) != 0x0c;
    return hasVersion && hasRates ? "audio/mpeg" : null;
  }

  private static @Nullable String video(byte[] content) {
    if (has(content, 4, "ftyp")) {
      return brand(content);
    }
    if (has(content, 0, "\u001aE\u00df\u00a3")) {
      return has(content, "webm") ? "video/webm" : "video/x-matroska";
    }
    if (has(content, 0, "\0\0\1\u00ba") || has(content, 0, "\0\0\1\u00b3")) {
      return "video/mpeg";
    }
    if (has(content, 0, "RIFF") && has(content, 8, "AVI ")) {
      return "video/x-msvideo";
    }
    boolean oldQuickTime = has(content, 4, "moov") || has(content, 4, "mdat");
    return oldQuickTime ? "video/quicktime" : null;
  }

  /** Many formats are boxes in the manner of MP4, and say in the first which they are. */
  private static String brand(byte[] content) {
    if (has(content, 8, "qt  ")) {
      return "video/quicktime";
    }
    if (has(content, 8, "M4A ") || has(content, 8, "M4B ")) {
      return "audio/mp4";
    }
    if (has(content, 8, "avif") || has(content, 8, "avis")) {
      return "image/avif";
    }
    if (has(content, 8, "hei") || has(content, 8, "hev") || has(content, 8, "mif1")) {
      return "image/heic";
    }
    return "video/mp4";
  }

  private static boolean isPdf(byte[] content) {
    return has(content, 0, "%PDF-") || has(content, "%PDF-");
  }

  private static boolean has(byte[] content, String mark) {
    int last = Math.min(content.length, PDF_MARK_WITHIN) - mark.length();
    for (int i = 0; i <= last; i++) {
      if (has(content, i, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(byte[] content, int at, String mark) {
    if (content.length < at + mark.length()) {
      return false;
    }
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      if (content[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The usual spelling of a media type without parameters, in lower case.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String normal(String mediaType, MediaKind kind) {
    int end = mediaType.indexOf(';');
    String type = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
    type = type.toLowerCase(Locale.ROOT);
    int slash = type.indexOf('/');
    if (slash <= 0 || slash == type.length() - 1 || !isOfTokens(type, slash)) {
      throw new IllegalArgumentException(
          "'" + mediaType + "' is no media type. Write one such as " + kind.example() + ".");
    }
    return switch (type) {
      case "image/jpg", "image/pjpeg" -> "image/jpeg";
      case "application/x-pdf" -> "application/pdf";
      case "audio/mp3", "audio/x-mp3" -> "audio/mpeg";
      case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "audio/wav";
      case "audio/x-flac" -> "audio/flac";
      case "audio/x-aiff" -> "audio/aiff";
      case "audio/x-aac", "audio/aacp" -> "audio/aac";
      case "audio/x-m4a", "audio/m4a" -> "audio/mp4";
      case "video/mov" -> "video/quicktime";
      case "video/mpg", "video/x-mpeg" -> "video/mpeg";
      default -> type;
    };
  }

  private static boolean isOfTokens(String type, int slash) {
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      boolean token =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "!#$&-^_.+".indexOf(c) >= 0;
      if (!token && i != slash) {
        return false;
      }
    }
    return true;
  }
}
