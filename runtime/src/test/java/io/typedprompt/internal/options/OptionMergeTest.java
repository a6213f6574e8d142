package io.typedprompt.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.MaxPriceOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.Transform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Four levels of options, merged, against a plain model of the rule. */
class OptionMergeTest {
  private static final int ROUNDS = 5_000;

  /** One option of a level: its name, a value, and how the public builder sets it. */
  private record Choice(
      String name, Object value, BiConsumer<PromptOptions.Builder, Object> setter) {}

  /** A level as the model sees it. */
  private static final class Level {
    final Map<String, Object> written = new LinkedHashMap<>();
    final Set<String> unset = new LinkedHashSet<>();
    final PromptOptions options;

    Level(Random random) {
      PromptOptions.Builder builder = PromptOptions.builder();
      for (Choice choice : choices(random)) {
        int what = random.nextInt(5);
        if (what == 0 && !contradicts(choice)) {
          written.put(choice.name, choice.value);
          choice.setter.accept(builder, choice.value);
        } else if (what == 1 && !written.containsKey(choice.name)) {
          unset.add(choice.name);
          builder.unset(choice.name);
        }
      }
      options = builder.build();
    }

    private boolean contradicts(Choice choice) {
      for (String other : excluded(choice.name, choice.value)) {
        if (written.containsKey(other) && isHit(other, choice.name, written.get(other))) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<Choice> choices(Random random) {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            "models",
            List.of("m/" + random.nextInt(5)),
            (b, v) -> b.models(((List<?>) v).get(0).toString())));
    choices.add(new Choice("route", Route.SORT, (b, v) -> b.route((Route) v)));
    choices.add(
        new Choice(
            "transforms",
            List.of(Transform.MIDDLE_OUT),
            (b, v) -> b.transforms(Transform.MIDDLE_OUT)));
    choices.add(
        new Choice(
            "provider.order",
            List.of("p" + random.nextInt(5)),
            (b, v) ->
                b.provider(
                    ProviderOptions.builder().order(((List<?>) v).get(0).toString()).build())));
    choices.add(
        new Choice(
            "provider.zdr",
            random.nextBoolean(),
            (b, v) -> b.provider(ProviderOptions.builder().zdr((boolean) v).build())));
    choices.add(
        new Choice(
            "provider.partition",
            "none",
            (b, v) -> b.provider(ProviderOptions.builder().partition((String) v).build())));
    choices.add(
        new Choice(
            "provider.maxPrice.prompt",
            random.nextInt(9) + 0.5,
            (b, v) -> b.provider(price(MaxPriceOptions.builder().prompt((double) v)))));
    choices.add(
        new Choice(
            "provider.maxPrice.image",
            random.nextInt(9) + 0.5,
            (b, v) -> b.provider(price(MaxPriceOptions.builder().image((double) v)))));
    choices.add(
        new Choice("temperature", random.nextInt(3) / 2.0, (b, v) -> b.temperature((double) v)));
    choices.add(new Choice("maxTokens", random.nextInt(9) + 1, (b, v) -> b.maxTokens((int) v)));
    choices.add(
        new Choice(
            "maxCompletionTokens",
            random.nextInt(9) + 1,
            (b, v) -> b.maxCompletionTokens((int) v)));
    choices.add(new Choice("logprobs", random.nextBoolean(), (b, v) -> b.logprobs((boolean) v)));
    choices.add(new Choice("topLogprobs", random.nextInt(9), (b, v) -> b.topLogprobs((int) v)));
    choices.add(
        new Choice(
            "reasoning.effort",
            "low",
            (b, v) -> b.reasoning(ReasoningOptions.builder().effort((String) v).build())));
    choices.add(
        new Choice(
            "reasoning.maxTokens",
            random.nextInt(9) + 1,
            (b, v) -> b.reasoning(ReasoningOptions.builder().maxTokens((int) v).build())));
    choices.add(
        new Choice(
            "reasoning.exclude",
            random.nextBoolean(),
            (b, v) -> b.reasoning(ReasoningOptions.builder().exclude((boolean) v).build())));
    choices.add(
        new Choice(
            "extraBody.safe_prompt",
            random.nextBoolean(),
            (b, v) -> b.extraBody("safe_prompt", v)));
    choices.add(new Choice("extraHeader.x-a", "v", (b, v) -> b.extraHeader("X-A", (String) v)));
    return choices;
  }

  private static ProviderOptions price(MaxPriceOptions.Builder price) {
    return ProviderOptions.builder().maxPrice(price.build()).build();
  }

  /** What a written option drops from lower levels, straight from the contract. */
  private static List<String> excluded(String name, Object value) {
    return switch (name) {
      case "route" -> List.of("provider.partition");
      case "provider.partition" -> List.of("route");
      case "maxTokens" -> List.of("maxCompletionTokens");
      case "maxCompletionTokens" -> List.of("maxTokens");
      case "reasoning.effort" -> List.of("reasoning.maxTokens");
      case "reasoning.maxTokens" -> List.of("reasoning.effort");
      case "logprobs" -> value.equals(false) ? List.of("topLogprobs") : List.of();
      case "topLogprobs" -> List.of("logprobs");
      default -> List.of();
    };
  }

  private static boolean isHit(String name, String by, Object value) {
    return !by.equals("topLogprobs") || !name.equals("logprobs") || value.equals(false);
  }

  /** From the lowest level to the highest: unset, drop what is excluded, write. */
  private static Map<String, Object> model(List<Level> highestFirst) {
    Map<String, Object> merged = new HashMap<>();
    for (int i = highestFirst.size() - 1; i >= 0; i--) {
      Level level = highestFirst.get(i);
      merged.keySet().removeAll(level.unset);
      for (Map.Entry<String, Object> entry : level.written.entrySet()) {
        for (String other : excluded(entry.getKey(), entry.getValue())) {
          if (merged.containsKey(other) && isHit(other, entry.getKey(), merged.get(other))) {
            merged.remove(other);
          }
        }
      }
      merged.putAll(level.written);
    }
    return merged;
  }

  @Test
  void fourLevelsMergeByTheRuleInWhateverOrderTheyAreJoined() {
    Random random = new Random(20261125);
    int exclusionsSeen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Level> levels = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        levels.add(new Level(random));
      }
      PromptOptions call = levels.get(0).options;
      PromptOptions method = levels.get(1).options;
      PromptOptions type = levels.get(2).options;
      PromptOptions client = levels.get(3).options;
      assertMerged(levels, call.withDefaults(method).withDefaults(type).withDefaults(client));
      assertMerged(levels, call.withDefaults(method.withDefaults(type.withDefaults(client))));
      assertMerged(levels, call.withDefaults(method).withDefaults(type.withDefaults(client)));
      exclusionsSeen += call.toMap().containsKey("route") ? 1 : 0;
    }
    assertThat(exclusionsSeen).isGreaterThan(500);
  }

  private static void assertMerged(List<Level> levels, PromptOptions merged) {
    Map<String, Object> expected = model(levels);
    if (!merged.toMap().equals(expected)) {
      StringBuilder text = new StringBuilder("levels:");
      for (Level level : levels) {
        text.append("\n  ").append(level.options);
      }
      assertThat(merged.toMap()).as(text.toString()).isEqualTo(expected);
    }
  }

  @Test
  void anEmptyLevelChangesNothing() {
    PromptOptions none = PromptOptions.builder().build();
    Random random = new Random(7);
    for (int round = 0; round < 1000; round++) {
      PromptOptions options = new Level(random).options;
      assertThat(options.withDefaults(none)).isEqualTo(options);
      assertThat(none.withDefaults(options)).isEqualTo(options).hasSameHashCodeAs(options);
      assertThat(options.toBuilder().build()).isEqualTo(options);
    }
  }
}
