package io.typedprompt;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A web page that the answer refers to. */
public final class Citation {
  private static final int ABSENT = -1;

  private final String url;
  private final @Nullable String title;
  private final @Nullable String content;
  private final int startIndex;
  private final int endIndex;

  private Citation(Builder builder) {
    url = builder.url;
    title = builder.title;
    content = builder.content;
    startIndex = builder.startIndex;
    endIndex = builder.endIndex;
  }

  /** A builder of a citation of the page at {@code url}. */
  public static Builder builder(String url) {
    return new Builder(url);
  }

  /** The page's address, as the server wrote it. */
  public String url() {
    return url;
  }

  /** The page's title. */
  public Optional<String> title() {
    return Optional.ofNullable(title);
  }

  /** The excerpt that was used. */
  public Optional<String> content() {
    return Optional.ofNullable(content);
  }

  /** Where in the answer the citation begins; many providers say 0. */
  public OptionalInt startIndex() {
    return startIndex == ABSENT ? OptionalInt.empty() : OptionalInt.of(startIndex);
  }

  /** Where in the answer the citation ends; many providers say 0. */
  public OptionalInt endIndex() {
    return endIndex == ABSENT ? OptionalInt.empty() : OptionalInt.of(endIndex);
  }

  @Override
  public String toString() {
    return title == null ? url : title + " <" + url + ">";
  }

  /** Builds a citation. Each method sets what the accessor of its name returns. */
  public static final class Builder {
    private final String url;
    private @Nullable String title;
    private @Nullable String content;
    private int startIndex = ABSENT;
    private int endIndex = ABSENT;

    private Builder(String url) {
      this.url = Objects.requireNonNull(url, "url");
    }

    /** An empty title counts as none. */
    public Builder title(@Nullable String title) {
      this.title = title == null || title.isEmpty() ? null : title;
      return this;
    }

    /** An empty excerpt counts as none. */
    public Builder content(@Nullable String content) {
      this.content = content == null || content.isEmpty() ? null : content;
      return this;
    }

    public Builder startIndex(int index) {
      startIndex = index;
      return this;
    }

    public Builder endIndex(int index) {
      endIndex = index;
      return this;
    }

    public Citation build() {
      return new Citation(this);
    }
  }
}
