package io.typedprompt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A prompt's answer as a Java value, and everything that OpenRouter said about it.
 *
 * <p>Usage and cost are sums over all attempts of the call; the other facts are those of the
 * request that was answered. A test that fakes a prompt's interface makes one with {@link #of} or
 * {@link #builder}.
 *
 * @param <T> the type of the value
 */
public final class PromptResult<T extends @Nullable Object> {
  private final T value;
  private final String rawText;
  private final Usage usage;
  private final Cost cost;
  private final String model;
  private final List<String> requestedModels;
  private final @Nullable String provider;
  private final String id;
  private final FinishReason finishReason;
  private final @Nullable String nativeFinishReason;
  private final @Nullable String serviceTier;
  private final boolean cacheHit;
  private final @Nullable String reasoning;
  private final List<Citation> citations;
  private final List<FileAnnotation> fileAnnotations;
  private final List<Image> images;
  private final @Nullable Audio audio;
  private final List<TokenLogprob> logprobs;
  private final Conversation conversation;
  private final List<Attempt> attempts;
  private final List<Repair> repairs;
  private final List<String> warnings;
  private final @Nullable String rawBody;

  private PromptResult(Builder<T> builder) {
    value = builder.value;
    rawText = builder.rawText;
    usage = builder.usage;
    cost = builder.cost;
    model = builder.model;
    requestedModels = builder.requestedModels;
    provider = builder.provider;
    id = builder.id;
    finishReason = builder.finishReason;
    nativeFinishReason = builder.nativeFinishReason;
    serviceTier = builder.serviceTier;
    cacheHit = builder.cacheHit;
    reasoning = builder.reasoning;
    citations = builder.citations;
    fileAnnotations = builder.fileAnnotations;
    images = builder.images;
    audio = builder.audio;
    logprobs = builder.logprobs;
    conversation = builder.conversation;
    attempts = builder.attempts;
    repairs = builder.repairs;
    warnings = builder.warnings;
    rawBody = builder.rawBody;
  }

  /** A result of which only the value is known, for tests. */
  public static <T extends @Nullable Object> PromptResult<T> of(T value) {
    return new Builder<>(value).build();
  }

  /** A builder of a result with this value, for tests. */
  public static <T extends @Nullable Object> Builder<T> builder(T value) {
    return new Builder<>(value);
  }

  /** The answer; null only where the prompt's method may return null. */
  public T value() {
    return value;
  }

  /** The answer's text as the model wrote it, after the prompt's prefill if there was one. */
  public String rawText() {
    return rawText;
  }

  /** The tokens of all attempts. */
  public Usage usage() {
    return usage;
  }

  /** The cost of all attempts. */
  public Cost cost() {
    return cost;
  }

  /**
   * The model that answered, as the server names it: often longer than the name that was asked for,
   * and with several models perhaps a fallback. Empty if the server did not say.
   */
  public String model() {
    return model;
  }

  /** The models that were asked for, in order; empty if the account's default was. */
  public List<String> requestedModels() {
    return requestedModels;
  }

  /** The provider that served the model, under its display name. */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /** OpenRouter's id of this answer ("generation id"). Empty if the server did not say. */
  public String id() {
    return id;
  }

  /** Why the model stopped. */
  public FinishReason finishReason() {
    return finishReason;
  }

  /** The provider's own word for why the model stopped. */
  public Optional<String> nativeFinishReason() {
    return Optional.ofNullable(nativeFinishReason);
  }

  /** The class of service that served the request. */
  public Optional<String> serviceTier() {
    return Optional.ofNullable(serviceTier);
  }

  /** Whether OpenRouter answered from its response cache. */
  public boolean cacheHit() {
    return cacheHit;
  }

  /** The model's reasoning as far as it may be read; encrypted parts never show. */
  public Optional<String> reasoning() {
    return Optional.ofNullable(reasoning);
  }

  /** The web pages that the answer refers to. */
  public List<Citation> citations() {
    return citations;
  }

  /** The files of the prompt that OpenRouter parsed for the model. */
  public List<FileAnnotation> fileAnnotations() {
    return fileAnnotations;
  }

  /** The pictures that the model drew, if {@code modalities} asked for them; in a stream, too. */
  public List<Image> images() {
    return images;
  }

  /**
   * What the model spoke, if {@code modalities} asked for it, which is possible in a stream only.
   * The text is then what it says.
   */
  public Optional<Audio> audio() {
    return Optional.ofNullable(audio);
  }

  /** How likely each token of the answer was, if {@code logprobs} asked for it. */
  public List<TokenLogprob> logprobs() {
    return logprobs;
  }

  /**
   * The history that was passed, the user's message, calls of tools with their results, and the
   * answer: what the next call goes on with. Without the method's system message and examples, and
   * without answers that were rejected.
   */
  public Conversation conversation() {
    return conversation;
  }

  /** Every request of this call, in order. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /**
   * What had to be read with tolerance to get the value. Empty when the model answered exactly as
   * asked.
   */
  public List<Repair> repairs() {
    return repairs;
  }

  /** What a developer should know about how the answer came about. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The server's whole answer, or the array of all chunks of a stream; a missing node if there was
   * none. Parsed anew by each call.
   */
  public JsonNode raw() {
    return RawJson.parse(rawBody);
  }

  /** What the answer is and what it cost, without any text of it. */
  @Override
  public String toString() {
    return "PromptResult{id="
        + id
        + ", model="
        + model
        + ", finishReason="
        + finishReason
        + ", usage="
        + usage
        + ", cost="
        + cost
        + '}';
  }

  /**
   * Builds a result. Each method sets what the accessor of its name returns. What is not set is
   * unknown or empty.
   *
   * @param <T> the type of the value
   */
  public static final class Builder<T extends @Nullable Object> {
    private final T value;
    private String rawText;
    private Usage usage = Usage.unknown();
    private Cost cost = Cost.unknown();
    private String model = "";
    private List<String> requestedModels = List.of();
    private @Nullable String provider;
    private String id = "";
    private FinishReason finishReason = FinishReason.STOP;
    private @Nullable String nativeFinishReason;
    private @Nullable String serviceTier;
    private boolean cacheHit;
    private @Nullable String reasoning;
    private List<Citation> citations = List.of();
    private List<FileAnnotation> fileAnnotations = List.of();
    private List<Image> images = List.of();
    private @Nullable Audio audio;
    private List<TokenLogprob> logprobs = List.of();
    private Conversation conversation = Conversation.of();
    private List<Attempt> attempts = List.of();
    private List<Repair> repairs = List.of();
    private List<String> warnings = List.of();
    private @Nullable String rawBody;

    private Builder(T value) {
      this.value = value;
      rawText = value instanceof String text ? text : "";
    }

    /** If it is not set: the value itself when it is a string, otherwise empty. */
    public Builder<T> rawText(String rawText) {
      this.rawText = Objects.requireNonNull(rawText, "rawText");
      return this;
    }

    public Builder<T> usage(Usage usage) {
      this.usage = Objects.requireNonNull(usage, "usage");
      return this;
    }

    public Builder<T> cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    public Builder<T> model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    public Builder<T> requestedModels(List<String> models) {
      requestedModels = List.copyOf(models);
      return this;
    }

    public Builder<T> provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    public Builder<T> id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /** {@link FinishReason#STOP} if it is not set. */
    public Builder<T> finishReason(FinishReason finishReason) {
      this.finishReason = Objects.requireNonNull(finishReason, "finishReason");
      return this;
    }

    public Builder<T> nativeFinishReason(@Nullable String nativeFinishReason) {
      this.nativeFinishReason = nativeFinishReason;
      return this;
    }

    public Builder<T> serviceTier(@Nullable String serviceTier) {
      this.serviceTier = serviceTier;
      return this;
    }

    public Builder<T> cacheHit(boolean cacheHit) {
      this.cacheHit = cacheHit;
      return this;
    }

    public Builder<T> reasoning(@Nullable String reasoning) {
      this.reasoning = reasoning;
      return this;
    }

    public Builder<T> citations(List<Citation> citations) {
      this.citations = List.copyOf(citations);
      return this;
    }

    public Builder<T> fileAnnotations(List<FileAnnotation> fileAnnotations) {
      this.fileAnnotations = List.copyOf(fileAnnotations);
      return this;
    }

    public Builder<T> images(List<Image> images) {
      this.images = List.copyOf(images);
      return this;
    }

    public Builder<T> audio(@Nullable Audio audio) {
      this.audio = audio;
      return this;
    }

    public Builder<T> logprobs(List<TokenLogprob> logprobs) {
      this.logprobs = List.copyOf(logprobs);
      return this;
    }

    public Builder<T> conversation(Conversation conversation) {
      this.conversation = Objects.requireNonNull(conversation, "conversation");
      return this;
    }

    public Builder<T> attempts(List<Attempt> attempts) {
      this.attempts = List.copyOf(attempts);
      return this;
    }

    public Builder<T> repairs(List<Repair> repairs) {
      this.repairs = List.copyOf(repairs);
      return this;
    }

    public Builder<T> warnings(List<String> warnings) {
      this.warnings = List.copyOf(warnings);
      return this;
    }

    /** The text of the server's answer: a JSON object, or the array of a stream's chunks. */
    public Builder<T> rawBody(@Nullable String rawBody) {
      this.rawBody = rawBody;
      return this;
    }

    public PromptResult<T> build() {
      return new PromptResult<>(this);
    }
  }
}
