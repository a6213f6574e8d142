package io.typedprompt.internal.media;

import org.jspecify.annotations.Nullable;

/** The kinds of media that a prompt can show, and the words for them in messages. */
public enum MediaKind {
  IMAGE("Image", "an image", "image/", "image/png"),
  DOCUMENT("Document", "a document", "", "application/pdf"),
  AUDIO("Audio", "an audio", "audio/", "audio/mpeg"),
  VIDEO("Video", "a video", "video/", "video/mp4");

  private final String className;
  private final String words;
  private final String family;
  private final String example;

  MediaKind(String className, String words, String family, String example) {
    this.className = className;
    this.words = words;
    this.family = family;
    this.example = example;
  }

  /** Its public class. */
  public String className() {
    return className;
  }

  /** One of them, in a sentence. */
  String words() {
    return words;
  }

  /** A media type that such media often have. */
  String example() {
    return example;
  }

  /** Whether media of this kind can have the type. Documents are whatever is nothing else. */
  boolean has(String mediaType) {
    return this == DOCUMENT ? of(mediaType) == DOCUMENT : mediaType.startsWith(family);
  }

  /** The kind that has a media type. */
  static MediaKind of(String mediaType) {
    for (MediaKind kind : values()) {
      if (kind != DOCUMENT && mediaType.startsWith(kind.family)) {
        return kind;
      }
    }
    return DOCUMENT;
  }

  /** The type that a container of both sounds and pictures has for this kind. */
  @Nullable String typeOf(String recognised) {
    if (this == AUDIO && (recognised.equals("video/mp4") || recognised.equals("video/webm"))) {
      return "audio" + recognised.substring("video".length());
    }
    if (this == VIDEO && recognised.equals("audio/ogg")) {
      return "video/ogg";
    }
    return has(recognised) ? recognised : null;
  }
}
