package com.example.options;

import io.typedprompt.Audio;
import io.typedprompt.Conversation;
import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.Media;
import io.typedprompt.PromptResult;
import io.typedprompt.Video;
import io.typedprompt.annotations.CacheControl;
import io.typedprompt.annotations.CacheTtl;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.List;

@OpenRouterPrompt(models = "google/gemini-2.5-flash")
interface MediaPrompts {
  @UserMessage("Look.")
  String all(Image image, Document document, Audio audio, Video video);

  @OpenRouterPrompt(cacheControl = @CacheControl(user = CacheTtl.ONE_HOUR))
  @UserMessage("First {{first}} then {{others}} and last.")
  PromptResult<Answer> named(List<? extends Media> others, Image first);

  @UserMessage("{{question}}")
  PromptResult<String> chat(Conversation history, String question, Media... media);

  record Answer(String text, int count) {}
}
