package com.example.options;

import io.typedprompt.annotations.AudioOutput;
import io.typedprompt.annotations.ImageConfig;
import io.typedprompt.annotations.Modality;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import io.typedprompt.annotations.Verbosity;

@OpenRouterPrompt
interface OutputPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(maxTokens = 400)
  String maxTokens();

  @UserMessage("Hi")
  @OpenRouterPrompt(maxCompletionTokens = 500)
  String maxCompletionTokens();

  @UserMessage("Hi")
  @OpenRouterPrompt(stop = {"END", "\n\n"})
  String stop();

  @UserMessage("Hi")
  @OpenRouterPrompt(logprobs = true)
  String logprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(logprobs = false)
  String noLogprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(topLogprobs = 5)
  String topLogprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(verbosity = Verbosity.LOW)
  String verbosity();

  @UserMessage("Hi")
  @OpenRouterPrompt(modalities = {Modality.IMAGE, Modality.TEXT})
  String modalities();

  @UserMessage("Hi")
  @OpenRouterPrompt(imageConfig = @ImageConfig(aspectRatio = "16:9"))
  String aspectRatio();

  @UserMessage("Hi")
  @OpenRouterPrompt(imageConfig = @ImageConfig(imageSize = "2K"))
  String imageSize();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      imageConfig = @ImageConfig(json = "{\"strength\": 0.5, \"style\": \"ink\", \"fonts\": [1]}"))
  String imageSettings();

  @UserMessage("Hi")
  @OpenRouterPrompt(audio = @AudioOutput(voice = "alloy"))
  String voice();

  @UserMessage("Hi")
  @OpenRouterPrompt(audio = @AudioOutput(format = "mp3"))
  String audioFormat();
}
