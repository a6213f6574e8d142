package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.Options.Group;
import io.typedprompt.processor.model.Options.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules for single options that a range cannot say. */
final class OptionValues {
  private static final Map<String, Integer> MOST_ELEMENTS =
      Map.of("models", 3, "stop", 4, "metadata", 16, "appCategories", 2);

  private static final int MOST_IN_A_CATEGORY = 30;
  private static final Map<String, String> TRACE_MEMBERS =
      Map.of(
          "trace_id", "traceId",
          "trace_name", "traceName",
          "span_name", "spanName",
          "generation_name", "generationName",
          "parent_span_id", "parentSpanId");

  private static final Map<String, String> IMAGE_CONFIG_MEMBERS =
      Map.of(
          "aspect_ratio", "the member aspectRatio of @ImageConfig",
          "image_size", "the member imageSize of @ImageConfig");

  private final Findings findings;

  OptionValues(Findings findings) {
    this.findings = findings;
  }

  void check(Option option) {
    if (option.value() instanceof String text) {
      checkText(option, text);
    } else if (option.value() instanceof List<?> list) {
      checkList(option, list);
    }
  }

  private void checkText(Option option, String text) {
    if (text.isBlank()) {
      invalid(option, option.name() + " is blank. Write a value, or leave it out.");
      return;
    }
    switch (option.name()) {
      case "sessionId" -> atMost(option, option.name(), text, 256);
      case "appTitle", "appReferer" -> checkHeader(option, text);
      case "imageConfig.json" ->
          Json.settingsFlaw(text, IMAGE_CONFIG_MEMBERS)
              .ifPresent(
                  why ->
                      invalid(
                          option,
                          "imageConfig.json is not a JSON object with further settings: "
                              + why
                              + "."));
      default -> {
        // Nothing more is known of the others.
      }
    }
  }

  private void checkHeader(Option option, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        invalid(
            option,
            String.format(
                java.util.Locale.ROOT,
                "%s has the character U+%04X, which an HTTP header cannot carry. Write it in plain"
                    + " ASCII.",
                option.name(),
                (int) c));
        return;
      }
    }
  }

  private void checkList(Option option, List<?> list) {
    Integer most = MOST_ELEMENTS.get(option.name());
    if (most != null && list.size() > most) {
      invalid(
          option,
          option.name()
              + " has "
              + list.size()
              + " entries, but the API takes at most "
              + most
              + ". Remove "
              + (list.size() - most)
              + ".");
    }
    if (option.name().equals("models") && list.isEmpty()) {
      invalid(option, "models is empty. Name a model, or write unset = \"models\".");
    }
    Set<Object> seen = new HashSet<>();
    for (Object element : list) {
      checkElement(option, element, seen);
    }
  }

  private void checkElement(Option option, Object element, Set<Object> seen) {
    if (element instanceof String text) {
      // A stop text may be a newline, but never nothing.
      if (option.name().equals("stop") ? text.isEmpty() : text.isBlank()) {
        invalid(option, option.name() + " has a blank entry. Remove it.");
      } else if (!seen.add(text)) {
        invalid(option, option.name() + " has '" + text + "' twice. Remove one.");
      } else if (option.name().equals("models")) {
        checkModel(option, text);
      } else if (option.name().equals("appCategories")) {
        checkCategory(option, text);
      }
      return;
    }
    if (!(element instanceof Group group)) {
      return;
    }
    switch (option.name()) {
      case "plugins" -> checkPlugin(option, group, seen);
      case "serverTools" -> checkServerTool(option, group, seen);
      case "metadata" -> checkMetadata(option, group, seen);
      case "trace.metadata" -> checkTraceMetadata(option, group, seen);
      case "logitBias" -> {
        if (!seen.add(group.get("token", 0))) {
          invalid(option, "logitBias has token " + group.get("token", 0) + " twice. Remove one.");
        }
      }
      default -> {
        // Only these hold nested annotations.
      }
    }
  }

  private void checkCategory(Option option, String category) {
    boolean isPlain =
        category
            .chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    if (category.indexOf(',') >= 0) {
      invalid(option, "The category '" + category + "' has a comma. Write each one by itself.");
    } else if (!isPlain || category.length() > MOST_IN_A_CATEGORY) {
      invalid(
          option,
          "The category '"
              + category
              + "' is not one that OpenRouter takes: at most "
              + MOST_IN_A_CATEGORY
              + " lower-case letters and hyphens, such as 'cli-agent'.");
    }
  }

  private void checkModel(Option option, String model) {
    if (model.chars().anyMatch(Character::isWhitespace)) {
      invalid(
          option,
          "The model '"
              + model
              + "' has white space in it. Model ids look like 'openai/gpt-4o-mini'.");
    } else if (model.indexOf('/') < 0) {
      findings.add(
          Problem.SUSPICIOUS_MODEL,
          option.where(),
          "The model '"
              + model
              + "' has no author. Model ids look like 'openai/gpt-4o-mini'; a preset is"
              + " '@preset/name'.");
    }
  }

  private void checkPlugin(Option option, Group plugin, Set<Object> seen) {
    String id = plugin.get("id", "").toString();
    if (id.isBlank()) {
      invalid(option, "A plugin has a blank id. Write one, such as PluginId.WEB.");
      return;
    }
    if (!seen.add(id)) {
      invalid(option, "plugins has '" + id + "' twice. Keep one.");
    }
    Optional<String> flaw = Json.settingsFlaw(plugin.get("json", "{}").toString());
    flaw.ifPresent(
        why ->
            invalid(
                option,
                "The json of the plugin '"
                    + id
                    + "' is not a JSON object with its settings: "
                    + why
                    + "."));
  }

  /** The same tool may be there twice, where it is set up differently. */
  private void checkServerTool(Option option, Group tool, Set<Object> seen) {
    String type = tool.get("type", "").toString();
    if (type.isBlank()) {
      invalid(
          option, "A server tool has a blank type. Write one, such as ServerToolType.WEB_SEARCH.");
      return;
    }
    String json = tool.get("json", "{}").toString();
    if (!seen.add(type + json)) {
      invalid(option, "serverTools has '" + type + "' twice. Keep one.");
    }
    Json.settingsFlaw(json, Map.of())
        .ifPresent(
            why ->
                invalid(
                    option,
                    "The json of the server tool '"
                        + type
                        + "' is not a JSON object with its parameters: "
                        + why
                        + "."));
  }

  private void checkTraceMetadata(Option option, Group pair, Set<Object> seen) {
    String key = pair.get("key", "").toString();
    if (key.isBlank()) {
      invalid(option, "A key of trace.metadata is blank. Write one.");
    } else if (TRACE_MEMBERS.containsKey(key)) {
      invalid(
          option,
          "trace.metadata has the key '"
              + key
              + "', which is the member "
              + TRACE_MEMBERS.get(key)
              + " of @Trace. Write that one.");
    } else if (!seen.add(key)) {
      invalid(option, "trace.metadata has the key '" + key + "' twice. Keep one.");
    }
  }

  private void checkMetadata(Option option, Group pair, Set<Object> seen) {
    String key = pair.get("key", "").toString();
    if (key.isBlank() || key.contains("[") || key.contains("]")) {
      invalid(
          option, "The metadata key '" + key + "' is blank or has a square bracket. Rename it.");
    } else if (!seen.add(key)) {
      invalid(option, "metadata has the key '" + key + "' twice. Keep one.");
    }
    atMost(option, "The metadata key '" + key + "'", key, 64);
    atMost(option, "The metadata value of '" + key + "'", pair.get("value", "").toString(), 512);
  }

  private void atMost(Option option, String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      invalid(
          option, what + " has " + length + " characters, but the API takes at most " + most + ".");
    }
  }

  private void invalid(Option option, String sentence) {
    findings.add(Problem.INVALID_OPTION, option.where(), sentence);
  }
}
