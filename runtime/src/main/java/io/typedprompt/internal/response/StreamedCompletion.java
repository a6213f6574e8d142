package io.typedprompt.internal.response;

import io.typedprompt.Citation;
import io.typedprompt.Cost;
import io.typedprompt.FileAnnotation;
import io.typedprompt.FinishReason;
import io.typedprompt.Image;
import io.typedprompt.TokenLogprob;
import io.typedprompt.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer together from the chunks of a stream. */
public final class StreamedCompletion {
  private final Redaction redaction;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final ReasoningMerger reasoning = new ReasoningMerger();
  private final ToolCallMerger toolCalls = new ToolCallMerger();
  private final List<Citation> citations = new ArrayList<>();
  private final List<FileAnnotation> files = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final StringBuilder sound = new StringBuilder();
  private final List<String> fileJson = new ArrayList<>();
  private final List<TokenLogprob> logprobs = new ArrayList<>();
  private @Nullable String id;
  private @Nullable String model;
  private @Nullable String provider;
  private @Nullable String serviceTier;
  private @Nullable String finishReason;
  private @Nullable String nativeFinishReason;
  private @Nullable ApiError error;
  private Usage usage = Usage.unknown();
  private Cost cost = Cost.unknown();

  /**
   * A completion without chunks.
   *
   * @param redaction for secrets that the pieces together make up
   */
  public StreamedCompletion(Redaction redaction) {
    this.redaction = redaction;
  }

  /** Takes the next chunk. What is missing in it stays as it was. */
  public void add(Chunk chunk) {
    id = chunk.id() == null ? id : chunk.id();
    model = chunk.model() == null ? model : chunk.model();
    provider = chunk.provider() == null ? provider : chunk.provider();
    serviceTier = chunk.serviceTier() == null ? serviceTier : chunk.serviceTier();
    error = chunk.error() == null ? error : chunk.error();
    if (chunk.usage() != null && chunk.cost() != null) {
      usage = chunk.usage();
      cost = chunk.cost();
    }
    if (chunk.delta() != null) {
      add(chunk.delta());
    }
  }

  private void add(Delta delta) {
    content.append(delta.content());
    if (delta.refusal() != null) {
      refusal.append(delta.refusal());
    }
    if (delta.reasoning() != null) {
      reasoning.addText(delta.reasoning());
    }
    if (delta.reasoningDetails() != null) {
      reasoning.addDetails(delta.reasoningDetails());
    }
    toolCalls.add(delta.toolCalls());
    citations.addAll(delta.annotations().citations());
    files.addAll(delta.annotations().files());
    images.addAll(delta.media().images());
    sound.append(delta.media().sound());
    fileJson.addAll(delta.annotations().fileJson());
    logprobs.addAll(delta.logprobs());
    if (delta.finishReason() != null) {
      finishReason = delta.finishReason();
    }
    if (delta.nativeFinishReason() != null) {
      nativeFinishReason = delta.nativeFinishReason();
    }
  }

  /** The text up to now. It grows at its end only. */
  public CharSequence content() {
    return content;
  }

  /** The arguments up to now of the first call of this tool; empty if there is none. */
  public CharSequence arguments(String tool) {
    return toolCalls.arguments(tool);
  }

  /** Whether a chunk said why the model stopped; only the usage may come after it. */
  public boolean isFinished() {
    return finishReason != null;
  }

  /** What has come up to now, as one answer. */
  public Completion completion() {
    Choice choice =
        new Choice(
            redaction.answer(content.toString()),
            refusal.toString().isBlank() ? null : redaction.answer(refusal.toString()),
            reasoning(),
            reasoning.details(),
            toolCalls.toolCalls(redaction),
            new Annotations(citations, files, fileJson),
            new AnswerMedia(images, sound.toString()),
            logprobs,
            finishReason(),
            nativeFinishReason,
            null);
    return new Completion(
        id == null ? "" : id,
        model == null ? "" : model,
        provider,
        serviceTier,
        choice,
        usage,
        cost,
        error);
  }

  private @Nullable String reasoning() {
    String text = reasoning.text();
    return text == null ? null : redaction.answer(text);
  }

  /** Some providers leave the reason out, also when they ask for tools. */
  private FinishReason finishReason() {
    if (finishReason != null) {
      return FinishReason.of(finishReason);
    }
    return toolCalls.isEmpty() ? FinishReason.UNKNOWN : FinishReason.TOOL_CALLS;
  }
}
