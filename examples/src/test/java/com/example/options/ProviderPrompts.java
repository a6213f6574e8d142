package com.example.options;

import io.typedprompt.annotations.DataCollection;
import io.typedprompt.annotations.MaxPrice;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.Percentiles;
import io.typedprompt.annotations.ProviderPartition;
import io.typedprompt.annotations.ProviderPreferences;
import io.typedprompt.annotations.ProviderSort;
import io.typedprompt.annotations.Quantization;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
interface ProviderPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(order = {"together", "fireworks"}))
  String order();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(only = "google-vertex/us-east5"))
  String only();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(ignore = "deepinfra"))
  String ignore();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(allowFallbacks = false))
  String allowFallbacks();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(requireParameters = true))
  String requireParameters();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(dataCollection = DataCollection.DENY))
  String dataCollection();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(zdr = true))
  String zdr();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(enforceDistillableText = true))
  String enforceDistillableText();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider = @ProviderPreferences(quantizations = {Quantization.FP8, Quantization.BF16}))
  String quantizations();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(sort = ProviderSort.PRICE))
  String sort();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(partition = ProviderPartition.NONE))
  String partition();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider =
          @ProviderPreferences(sort = ProviderSort.THROUGHPUT, partition = ProviderPartition.MODEL))
  String sortAndPartition();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(preferredMinThroughput = 50))
  String preferredMinThroughput();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(preferredMaxLatency = 0.5))
  String preferredMaxLatency();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxPrice = @MaxPrice(prompt = 1)))
  String maxPricePrompt();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxPrice = @MaxPrice(completion = 2.5)))
  String maxPriceCompletion();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxPrice = @MaxPrice(request = 0.00001)))
  String maxPriceRequest();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxPrice = @MaxPrice(image = 0.04)))
  String maxPriceImage();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxPrice = @MaxPrice(audio = 40)))
  String maxPriceAudio();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider = @ProviderPreferences(minThroughputPercentiles = @Percentiles(p75 = 75)))
  String minThroughputPercentilesP75();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider = @ProviderPreferences(minThroughputPercentiles = @Percentiles(p90 = 9.5)))
  String minThroughputPercentilesP90();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider = @ProviderPreferences(minThroughputPercentiles = @Percentiles(p99 = 0)))
  String minThroughputPercentilesP99();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxLatencyPercentiles = @Percentiles(p75 = 75)))
  String maxLatencyPercentilesP75();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider = @ProviderPreferences(maxLatencyPercentiles = @Percentiles(p90 = 9.5)))
  String maxLatencyPercentilesP90();

  @UserMessage("Hi")
  @OpenRouterPrompt(provider = @ProviderPreferences(maxLatencyPercentiles = @Percentiles(p99 = 0)))
  String maxLatencyPercentilesP99();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      provider =
          @ProviderPreferences(
              preferredMinThroughput = 50,
              minThroughputPercentiles = @Percentiles(p90 = 20)))
  String medianAndPercentile();
}
