package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.SimilarNames;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.Group;
import io.typedprompt.processor.model.Options.Option;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptMethod.ReturnStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the options can work, each by itself and together. */
final class OptionChecker {
  private static final List<String> FOR_TYPED_ANSWERS =
      List.of("structuredOutput", "maxAttempts", "strict", "roundIntegers", "maxCost");
  private static final List<String> FOR_ASKING_AGAIN = List.of("maxAttempts", "maxCost");

  private final Findings findings;
  private final OptionValues values;

  OptionChecker(Findings findings) {
    this.findings = findings;
    this.values = new OptionValues(findings);
  }

  /** Options that may go together with others: what each says by itself must be right. */
  void checkCarried(Options options) {
    checkLevel(options);
  }

  void checkInterface(Options options) {
    checkLevel(options);
    checkTogether(options, options);
  }

  void checkMethod(PromptMethod method, Options inherited) {
    Options own = method.options();
    checkSound(method, own.over(inherited));
    if (own.isEmpty()) {
      return;
    }
    checkLevel(own);
    checkTogether(own.over(inherited), own);
    if (method.system().isEmpty()) {
      writtenOn(own, "cacheControl.system")
          .ifPresent(option -> nothingToCache(method, option, "system message"));
    }
    if (method.examples().isEmpty()) {
      writtenOn(own, "cacheControl.examples")
          .ifPresent(option -> nothingToCache(method, option, "example"));
    }
    if (method.isText()) {
      for (String name : FOR_TYPED_ANSWERS) {
        writtenOn(own, name)
            .ifPresent(
                option ->
                    noEffect(
                        option, "the answer of " + method.displayName() + " is text as it comes"));
      }
    } else if (method.style().isStreamed()) {
      for (String name : FOR_ASKING_AGAIN) {
        writtenOn(own, name)
            .ifPresent(
                option ->
                    noEffect(
                        option, "the stream of " + method.displayName() + " is asked for once"));
      }
    }
  }

  private void checkSound(PromptMethod method, Options options) {
    boolean streamed = method.style() == ReturnStyle.STREAM || method.style() == ReturnStyle.TEXTS;
    options
        .get("modalities")
        .filter(option -> !streamed && option.value() instanceof List<?> l && l.contains("audio"))
        .ifPresent(
            option ->
                findings.add(
                    Problem.CONTRADICTORY_OPTIONS,
                    option.where(),
                    "modalities has 'audio', which comes only in a stream, but "
                        + method.displayName()
                        + " returns none. Return PromptStream<String>."));
  }

  /** An option that the method itself says; one that an annotation carries is for others, too. */
  private static Optional<Option> writtenOn(Options own, String name) {
    return own.get(name).filter(option -> option.where().isOnSameDeclarationAs(own.where()));
  }

  private void nothingToCache(PromptMethod method, Option option, String what) {
    noEffect(option, method.displayName() + " has no " + what);
  }

  private void noEffect(Option option, String reason) {
    findings.add(
        Problem.NO_EFFECT,
        option.where(),
        option.name() + " has no effect here, because " + reason + ". Remove it.");
  }

  private void checkLevel(Options options) {
    for (Option option : options.written().values()) {
      int before = findings.count();
      checkRange(option, option.name());
      if (option.value() instanceof List<?> list) {
        list.forEach(element -> checkGroup(option, element));
      }
      values.check(option);
      if (findings.count() == before) {
        checkKnownValues(option, option.name());
      }
      checkExclusive(options, option);
    }
    for (String name : options.unset()) {
      checkUnset(options, name);
    }
  }

  private void checkGroup(Option option, Object element) {
    if (element instanceof Group group) {
      for (Option member : group.members().values()) {
        checkRange(member, option.name() + "." + member.name());
        checkKnownValues(member, option.name() + "." + member.name());
      }
    }
  }

  private void checkRange(Option option, String name) {
    if (!(option.value() instanceof Number number)) {
      return;
    }
    double value = number.doubleValue();
    double min = option.rule().min();
    double max = option.rule().max();
    if (Double.isFinite(value) && value >= min && value <= max) {
      return;
    }
    String range;
    if (Double.isInfinite(max)) {
      range = plain(min) + " or more";
    } else {
      range = "between " + plain(min) + " and " + plain(max);
    }
    findings.add(Problem.OPTION_OUT_OF_RANGE, option.where(), name, text(number), range);
  }

  private static String text(Number number) {
    double value = number.doubleValue();
    if (number instanceof Double && !Double.isFinite(value)) {
      return number.toString();
    }
    return number instanceof Double ? plain(value) : number.toString();
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private void checkKnownValues(Option option, String name) {
    List<String> known = option.rule().knownValues();
    if (known.isEmpty()) {
      return;
    }
    List<?> written = option.value() instanceof List<?> list ? list : List.of(option.value());
    for (Object value : written) {
      String text = value.toString();
      if (!text.isBlank() && !known.contains(text)) {
        String hint =
            SimilarNames.nearest(text, known).map(s -> " Did you mean '" + s + "'?").orElse("");
        findings.add(
            Problem.UNKNOWN_VALUE, option.where(), text, name, hint, String.join(", ", known));
      }
    }
  }

  private void checkExclusive(Options options, Option option) {
    for (String other : option.rule().exclusiveWith()) {
      // Of a pair, the one that is declared later tells.
      boolean later =
          List.copyOf(options.written().keySet()).indexOf(other) >= 0
              && indexOf(options, other) < indexOf(options, option.name());
      if (later) {
        findings.add(Problem.EXCLUSIVE_OPTIONS, option.where(), option.name(), other);
      }
    }
  }

  private static int indexOf(Options options, String name) {
    return List.copyOf(options.written().keySet()).indexOf(name);
  }

  private void checkUnset(Options options, String name) {
    Set<String> known = options.known();
    if (known.stream().noneMatch(option -> isOrIsIn(option, name))) {
      String hint =
          known.stream()
              .filter(option -> option.endsWith("." + name))
              .findFirst()
              .or(() -> SimilarNames.nearest(name, known))
              .map(s -> " Did you mean '" + s + "'?")
              .orElse("");
      findings.add(Problem.UNKNOWN_OPTION, options.unsetWhere(), name, hint);
      return;
    }
    options.written().values().stream()
        .filter(option -> isOrIsIn(option.name(), name))
        .findFirst()
        .ifPresent(
            option ->
                contradiction(
                    option,
                    name + " is written and unset in the same annotation. Keep one of the two."));
  }

  private static boolean isOrIsIn(String option, String name) {
    return option.equals(name) || option.startsWith(name + ".");
  }

  /** Checks what the options say together; only what this level adds is its mistake. */
  private void checkTogether(Options merged, Options level) {
    bothWritten(merged, level, "topLogprobs", "logprobs")
        .filter(pair -> pair.second().value().equals(false))
        .ifPresent(
            pair ->
                contradiction(
                    pair.blamed(),
                    "topLogprobs asks for log probabilities, but logprobs is false. Remove"
                        + " logprobs, or topLogprobs."));
    commonProvider(merged, level, "provider.only", "provider.ignore");
    commonProvider(merged, level, "provider.order", "provider.ignore");
    providersNotIn(merged, level);
    for (String limit : List.of("maxTokens", "maxCompletionTokens")) {
      reasoningAndAnswer(merged, level, limit);
    }
    for (String member : List.of("reasoning.effort", "reasoning.maxTokens")) {
      bothWritten(merged, level, member, "reasoning.enabled")
          .filter(pair -> pair.second().value().equals(false))
          .ifPresent(
              pair ->
                  contradiction(
                      pair.blamed(),
                      member + " is set, but reasoning.enabled is false. Remove one of them."));
    }
    compressionTwice(merged, level);
    titleWithoutReferer(merged, level);
  }

  private void reasoningAndAnswer(Options merged, Options level, String limit) {
    bothWritten(merged, level, "reasoning.maxTokens", limit)
        .filter(
            pair ->
                ((Number) pair.first().value()).longValue()
                    >= ((Number) pair.second().value()).longValue())
        .ifPresent(
            pair ->
                contradiction(
                    pair.blamed(),
                    "reasoning.maxTokens is "
                        + pair.first().value()
                        + ", but "
                        + limit
                        + " is "
                        + pair.second().value()
                        + " and counts the reasoning too. Raise "
                        + limit
                        + " above it."));
  }

  private void titleWithoutReferer(Options merged, Options level) {
    if (merged.get("appTitle").isEmpty() || merged.get("appReferer").isPresent()) {
      return;
    }
    if (level.get("appTitle").isPresent()) {
      findings.add(Problem.TITLE_WITHOUT_REFERER, level.get("appTitle").orElseThrow().where());
    } else if (level.unset().contains("appReferer")) {
      findings.add(Problem.TITLE_WITHOUT_REFERER, level.unsetWhere());
    }
  }

  private record Pair(Option first, Option second, Option blamed) {}

  /** Two options that are both in force, at least one of which this level writes. */
  private static Optional<Pair> bothWritten(
      Options merged, Options level, String first, String second) {
    Optional<Option> a = merged.get(first);
    Optional<Option> b = merged.get(second);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    if (level.get(first).isPresent()) {
      return Optional.of(new Pair(a.get(), b.get(), a.get()));
    }
    return level.get(second).map(option -> new Pair(a.get(), b.get(), option));
  }

  private void commonProvider(Options merged, Options level, String first, String second) {
    bothWritten(merged, level, first, second)
        .ifPresent(
            pair -> {
              for (Object provider : (List<?>) pair.first().value()) {
                if (((List<?>) pair.second().value()).contains(provider)) {
                  contradiction(
                      pair.blamed(),
                      "The provider '"
                          + provider
                          + "' is in both "
                          + first
                          + " and "
                          + second
                          + ". Remove it from one of them.");
                }
              }
            });
  }

  private void providersNotIn(Options merged, Options level) {
    bothWritten(merged, level, "provider.order", "provider.only")
        .ifPresent(
            pair -> {
              for (Object provider : (List<?>) pair.first().value()) {
                if (((List<?>) pair.second().value())
                    .stream().noneMatch(only -> includes(only, provider))) {
                  contradiction(
                      pair.blamed(),
                      "The provider '"
                          + provider
                          + "' is in provider.order, but not in provider.only, so it is never used."
                          + " Add it there, or remove it.");
                }
              }
            });
  }

  /** A provider's slug stands for all of its regions and variants. */
  private static boolean includes(Object slug, Object provider) {
    return provider.equals(slug) || provider.toString().startsWith(slug + "/");
  }

  private void compressionTwice(Options merged, Options level) {
    bothWritten(merged, level, "transforms", "plugins")
        .filter(
            pair ->
                ((List<?>) pair.second().value())
                    .stream()
                        .anyMatch(
                            plugin -> ((Group) plugin).get("id", "").equals("context-compression")))
        .ifPresent(
            pair ->
                contradiction(
                    pair.blamed(),
                    "transforms and the plugin context-compression are the same thing. Keep one of"
                        + " them."));
  }

  private void contradiction(Option option, String sentence) {
    findings.add(Problem.CONTRADICTORY_OPTIONS, option.where(), sentence);
  }
}
