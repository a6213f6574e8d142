package io.typedprompt.internal.call;

import io.typedprompt.Audio;
import io.typedprompt.FinishReason;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.internal.answer.ParsedAnswer;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Completion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a result together. */
final class Results {
  private Results() {}

  /** The value is null where, and only where, the method's type allows it. */
  @SuppressWarnings("NullAway")
  static <T> PromptResult<T> of(
      ParsedAnswer.Fits<T> fits,
      String text,
      Answer answer,
      CallMessages messages,
      PromptOptions options,
      CallRecord record) {
    Completion completion = answer.completion();
    Choice choice = answer.choice();
    String id = answer.reply().generationId(completion);
    return PromptResult.builder(fits.value())
        .rawText(text)
        .usage(record.usage())
        .cost(record.cost())
        .model(completion.model())
        .requestedModels(models(options))
        .provider(completion.provider())
        .id(id == null ? "" : id)
        .finishReason(choice.finishReason())
        .nativeFinishReason(choice.nativeFinishReason())
        .serviceTier(completion.serviceTier())
        .cacheHit("HIT".equalsIgnoreCase(answer.reply().header("X-OpenRouter-Cache-Status")))
        .reasoning(choice.reasoning())
        .citations(choice.annotations().citations())
        .fileAnnotations(choice.annotations().files())
        .images(choice.media().images())
        .audio(audio(choice.media().soundBytes(), options))
        .logprobs(choice.logprobs())
        .conversation(messages.conversation(messages.said(choice, text, List.of())))
        .attempts(record.attempts())
        .repairs(fits.repairs())
        .warnings(warnings(choice, record))
        .rawBody(answer.reply().body())
        .build();
  }

  /** The server does not say what form the sound has; it is the one that was asked for. */
  private static @Nullable Audio audio(byte[] sound, PromptOptions options) {
    if (sound.length == 0) {
      return null;
    }
    Object format = options.toMap().get(Option.AUDIO_FORMAT.optionName());
    try {
      return Audio.of(sound, "audio/" + (format == null ? "pcm16" : format));
    } catch (IllegalArgumentException e) {
      return Audio.of(sound, "audio/pcm16");
    }
  }

  static List<String> models(PromptOptions options) {
    List<String> models = new ArrayList<>();
    if (options.toMap().get("models") instanceof List<?> names) {
      for (Object name : names) {
        models.add(String.valueOf(name));
      }
    }
    return models;
  }

  private static List<String> warnings(Choice choice, CallRecord record) {
    List<String> warnings = new ArrayList<>(record.warnings());
    if (choice.finishReason().equals(FinishReason.LENGTH)) {
      warnings.add("The answer was cut at the limit of tokens.");
    }
    return warnings;
  }
}
