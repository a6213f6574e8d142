package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.EnumValue;
import io.typedprompt.processor.model.Options.Group;
import io.typedprompt.processor.model.Options.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes options as calls of the runtime's builders. */
final class OptionsEmitter {
  private static final Map<String, ClassName> BUILDERS =
      Map.of(
          "provider", Api.PROVIDER,
          "provider.maxPrice", Api.MAX_PRICE,
          "provider.minThroughputPercentiles", Api.PERCENTILES,
          "provider.maxLatencyPercentiles", Api.PERCENTILES,
          "reasoning", Api.REASONING,
          "cacheControl", Api.CACHE_CONTROL,
          "promptCacheOptions", Api.PROMPT_CACHE,
          "trace", Api.TRACE,
          "imageConfig", Api.IMAGE_CONFIG,
          "audio", Api.AUDIO_OUTPUT);

  private OptionsEmitter() {}

  /** An expression of type {@code PromptOptions}. */
  static CodeBlock options(Options options) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()", Api.OPTIONS);
    code.indent().indent();
    List<String> unset = new ArrayList<>(options.unset());
    options.written().values().stream()
        .filter(OptionsEmitter::isEmpty)
        .forEach(option -> unset.add(option.name()));
    if (!unset.isEmpty()) {
      // Before the others: the builder's last word counts.
      code.add("\n.unset($L)", strings(unset));
    }
    members(code, "", options.written());
    return code.add("\n.build()").unindent().unindent().build();
  }

  /** An empty array: nothing to send, and nothing to inherit either. */
  private static boolean isEmpty(Option option) {
    return option.value() instanceof List<?> list
        && list.isEmpty()
        && !option.name().equals("transforms"); // There it means something to the server.
  }

  private static void members(CodeBlock.Builder code, String prefix, Map<String, Option> options) {
    Map<String, Map<String, Option>> nested = new LinkedHashMap<>();
    for (Option option : options.values()) {
      if (isEmpty(option)) {
        continue;
      }
      String name = option.name().substring(prefix.length());
      int dot = name.indexOf('.');
      if (dot < 0) {
        member(code, name, option.value());
        continue;
      }
      String group = name.substring(0, dot);
      boolean isFirst = !nested.containsKey(group);
      nested.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(option.name(), option);
      if (isFirst) {
        // Written when the group's first member comes, with all the others.
        Map<String, Option> all = new LinkedHashMap<>();
        options.forEach(
            (key, value) -> {
              if (key.startsWith(prefix + group + ".")) {
                all.put(key, value);
              }
            });
        code.add("\n.$L($T.builder()", group, BUILDERS.get(prefix + group));
        code.indent().indent();
        members(code, prefix + group + ".", all);
        code.add("\n.build())").unindent().unindent();
      }
    }
  }

  private static void member(CodeBlock.Builder code, String name, Object value) {
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Group) {
      groups(code, name, list);
    } else if (value instanceof List<?> list) {
      CodeBlock elements =
          list.stream().map(OptionsEmitter::scalar).collect(CodeBlock.joining(",$W"));
      code.add("\n.$L($L)", name, elements);
    } else {
      code.add("\n.$L($L)", name, scalar(value));
    }
  }

  private static void groups(CodeBlock.Builder code, String name, List<?> groups) {
    if (name.equals("plugins") || name.equals("serverTools")) {
      CodeBlock each =
          groups.stream()
              .map(
                  group ->
                      name.equals("plugins")
                          ? withJson(Api.PLUGIN, "id", (Group) group)
                          : withJson(Api.SERVER_TOOL, "type", (Group) group))
              .collect(CodeBlock.joining(",$W"));
      code.add("\n.$L($L)", name, each);
      return;
    }
    for (Object group : groups) {
      CodeBlock arguments =
          ((Group) group)
              .members().values().stream()
                  .map(member -> scalar(member.value()))
                  .collect(CodeBlock.joining(",$W"));
      code.add("\n.$L($L)", name, arguments);
    }
  }

  private static CodeBlock withJson(ClassName type, String key, Group group) {
    Object json = group.get("json", "");
    return json.equals("")
        ? CodeBlock.of("$T.of($S)", type, group.get(key, ""))
        : CodeBlock.of("$T.of($S, $L)", type, group.get(key, ""), Literals.piece(json.toString()));
  }

  private static CodeBlock scalar(Object value) {
    if (value instanceof String text) {
      return Literals.piece(text);
    }
    if (value instanceof EnumValue constant) {
      return CodeBlock.of("$T.$L", ClassName.bestGuess(constant.typeName()), constant.constant());
    }
    if (value instanceof Long number) {
      return CodeBlock.of("$LL", number);
    }
    if (value instanceof Double number) {
      String plain = new BigDecimal(number.toString()).toPlainString();
      return CodeBlock.of("$L", plain.contains(".") ? plain : plain + ".0");
    }
    return CodeBlock.of("$L", value);
  }

  private static CodeBlock strings(List<String> texts) {
    return texts.stream().map(Literals::piece).collect(CodeBlock.joining(",$W"));
  }
}
