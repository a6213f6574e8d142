package io.typedprompt.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.typedprompt.AudioOutputOptions;
import io.typedprompt.CacheControlOptions;
import io.typedprompt.ImageConfigOptions;
import io.typedprompt.MaxPriceOptions;
import io.typedprompt.PercentileOptions;
import io.typedprompt.PromptCacheOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.TraceOptions;
import io.typedprompt.annotations.LogitBias;
import io.typedprompt.annotations.OpenRouterPrompt;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotations and the options say the same: names, ranges and what excludes what. */
class OptionTableTest {
  /** Members that are no options of a call. */
  private static final Set<String> ONLY_ON_ANNOTATIONS = Set.of("tools", "className", "unset");

  /** The builder that a group's members are on. */
  private static final Map<String, Class<?>> BUILDERS =
      Map.ofEntries(
          Map.entry("", PromptOptions.Builder.class),
          Map.entry("provider.", ProviderOptions.Builder.class),
          Map.entry("provider.maxPrice.", MaxPriceOptions.Builder.class),
          Map.entry("provider.minThroughputPercentiles.", PercentileOptions.Builder.class),
          Map.entry("provider.maxLatencyPercentiles.", PercentileOptions.Builder.class),
          Map.entry("reasoning.", ReasoningOptions.Builder.class),
          Map.entry("cacheControl.", CacheControlOptions.Builder.class),
          Map.entry("promptCacheOptions.", PromptCacheOptions.Builder.class),
          Map.entry("trace.", TraceOptions.Builder.class),
          Map.entry("imageConfig.", ImageConfigOptions.Builder.class),
          Map.entry("audio.", AudioOutputOptions.Builder.class));

  /** What no prompt says in the same way at every call. */
  private static final Set<String> ONLY_IN_OPTIONS = Set.of("prediction", "responseCacheClear");

  static Stream<Method> members() {
    return leaves().values().stream();
  }

  /** The annotations' members by full name. */
  private static Map<String, Method> leaves() {
    Map<String, Method> leaves = new LinkedHashMap<>();
    collect(OpenRouterPrompt.class, "", leaves);
    return leaves;
  }

  private static void collect(Class<?> annotation, String prefix, Map<String, Method> leaves) {
    for (Method member : annotation.getDeclaredMethods()) {
      if (prefix.isEmpty() && ONLY_ON_ANNOTATIONS.contains(member.getName())) {
        continue;
      }
      if (member.getReturnType().isAnnotation()) {
        collect(member.getReturnType(), prefix + member.getName() + ".", leaves);
      } else {
        leaves.put(prefix + member.getName(), member);
      }
    }
  }

  private static String nameOf(Method member) {
    for (Map.Entry<String, Method> leaf : leaves().entrySet()) {
      if (leaf.getValue().equals(member)) {
        return leaf.getKey();
      }
    }
    throw new AssertionError(member);
  }

  @Test
  void everyMemberIsAnOptionAndEveryOptionIsAMember() {
    List<String> options = new ArrayList<>();
    for (Option option : Option.values()) {
      if (!ONLY_IN_OPTIONS.contains(option.optionName())) {
        options.add(option.optionName());
      }
    }
    assertThat(options).containsExactlyInAnyOrderElementsOf(leaves().keySet());
    assertThat(options).hasSizeGreaterThan(70);
    assertThat(namesOn(PromptOptions.Builder.class)).containsAll(ONLY_IN_OPTIONS);
  }

  @ParameterizedTest
  @MethodSource("members")
  void aBuilderHasAMethodOfTheMembersName(Method member) {
    String name = nameOf(member);
    assertThat(methodsFor(name)).as(name).isNotEmpty();
  }

  @Test
  void aBuilderHasAMethodForEachNestedAnnotation() {
    for (String group : BUILDERS.keySet()) {
      if (!group.isEmpty()) {
        int dot = group.lastIndexOf('.', group.length() - 2);
        Class<?> outer = BUILDERS.get(group.substring(0, dot + 1));
        assertThat(namesOn(outer)).contains(group.substring(dot + 1, group.length() - 1));
      }
    }
    assertThat(namesOn(PromptOptions.Builder.class)).contains("unset");
  }

  @ParameterizedTest
  @MethodSource("members")
  void theRangeIsThatOfTheMember(Method member) throws Exception {
    String name = nameOf(member);
    Option option = Option.named(name);
    assertThat(option).isNotNull();
    Limits expected = rangeOf(member);
    if (option != Option.LOGIT_BIAS) {
      assertThat(option.limits()).as(name).isEqualTo(expected);
    }
    if (!expected.equals(Limits.NONE)) {
      assertInside(name, expected.min());
      assertOutside(name, expected.min() - (isInteger(name) ? 1 : 0.0001), expected);
      if (expected.max() < Double.POSITIVE_INFINITY) {
        assertInside(name, expected.max());
        assertOutside(name, expected.max() + (isInteger(name) ? 1 : 0.0001), expected);
      }
    }
    if (!isInteger(name) && takesNumber(name)) {
      assertOutside(name, Double.NaN, expected);
      assertOutside(name, Double.POSITIVE_INFINITY, expected);
    }
  }

  @Test
  void theRangeOfBiasesIsThatOfTheirAnnotation() throws Exception {
    assertThat(Option.LOGIT_BIAS.limits()).isEqualTo(rangeOf(LogitBias.class.getMethod("bias")));
    Limits tokens = rangeOf(LogitBias.class.getMethod("token"));
    assertThat(tokens).isEqualTo(Limits.atLeast(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptOptions.builder().logitBias(-1, 0))
        .withMessage("logitBias.token is -1, but must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptOptions.builder().logitBias(1, 100.5))
        .withMessage("logitBias.bias is 100.5, but must be between -100 and 100");
  }

  @ParameterizedTest
  @MethodSource("members")
  void whatExcludesWhatIsTheSame(Method member) {
    Option option = Option.named(nameOf(member));
    assertThat(option).isNotNull();
    if (option == Option.LOGPROBS || option == Option.TOP_LOGPROBS) {
      return; // One value of the first excludes the second, which an annotation cannot say.
    }
    Annotation exclusive = annotation(member, "ExclusiveWith");
    List<String> expected =
        exclusive == null ? List.of() : Arrays.asList((String[]) read(exclusive, "value"));
    String excluded = option.excludes("any value");
    assertThat(excluded == null ? List.of() : List.of(excluded)).isEqualTo(expected);
  }

  @Test
  void onlyLogprobsThatAreOffExcludeTopLogprobs() {
    assertThat(Option.LOGPROBS.excludes(false)).isEqualTo("topLogprobs");
    assertThat(Option.LOGPROBS.excludes(true)).isNull();
    assertThat(Option.TOP_LOGPROBS.excludes(5)).isEqualTo("logprobs=false");
  }

  private static void assertInside(String name, double value) {
    assertThatNoException().as(name + " = " + value).isThrownBy(() -> set(name, value));
  }

  private static void assertOutside(String name, double value, Limits limits) {
    Object shown = isInteger(name) ? (Object) (long) value : (Object) value;
    assertThatIllegalArgumentException()
        .as(name + " = " + value)
        .isThrownBy(() -> set(name, value))
        .withMessage(shownName(name) + " is " + shown + ", but must be " + limits);
  }

  /** Percentiles are checked before it is known of what they are. */
  private static String shownName(String name) {
    return name.contains("Percentiles.") ? name.substring(name.lastIndexOf('.') + 1) : name;
  }

  /** Sets an option through the public builder that has it. */
  private static void set(String name, double value) throws Exception {
    for (Method method : methodsFor(name)) {
      Class<?> type = method.getParameterTypes()[0];
      if (type.isPrimitive()) {
        Class<?> outer = method.getDeclaringClass().getDeclaringClass();
        Object builder = outer.getMethod("builder").invoke(null);
        try {
          method.invoke(builder, converted(type, value));
        } catch (InvocationTargetException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    }
  }

  private static Object converted(Class<?> type, double value) {
    if (type == int.class) {
      return (int) value;
    }
    return type == long.class ? (Object) (long) value : (Object) value;
  }

  private static boolean takesNumber(String name) {
    return methodsFor(name).stream()
        .anyMatch(method -> method.getParameterTypes()[0] == double.class);
  }

  private static boolean isInteger(String name) {
    return methodsFor(name).stream()
        .anyMatch(
            method ->
                method.getParameterTypes()[0] == int.class
                    || method.getParameterTypes()[0] == long.class);
  }

  private static List<Method> methodsFor(String name) {
    String prefix = name.substring(0, name.lastIndexOf('.') + 1);
    String own = name.substring(prefix.length());
    List<Method> methods = new ArrayList<>();
    for (Method method : BUILDERS.get(prefix).getMethods()) {
      if (method.getName().equals(own)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private static Set<String> namesOn(Class<?> builder) {
    Set<String> names = new LinkedHashSet<>();
    for (Method method : builder.getMethods()) {
      names.add(method.getName());
    }
    return names;
  }

  private static Limits rangeOf(Method member) {
    Annotation range = annotation(member, "Range");
    return range == null
        ? Limits.NONE
        : new Limits((double) read(range, "min"), (double) read(range, "max"));
  }

  private static @Nullable Annotation annotation(Method member, String simpleName) {
    for (Annotation annotation : member.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals(simpleName)) {
        return annotation;
      }
    }
    return null;
  }

  /** These annotations are not public, so they are asked through their handlers. */
  private static Object read(Annotation annotation, String member) {
    try {
      Method method = annotation.annotationType().getMethod(member);
      return Proxy.getInvocationHandler(annotation).invoke(annotation, method, null);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
