package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.OpenRouterPrompt;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each option alone gives exactly its own part of the body, however it is written. */
class OptionBodiesTest {
  private static final Set<String> NOT_SENT =
      Set.of(
          "structuredOutput",
          "maxAttempts",
          "strict",
          "roundIntegers",
          "timeoutSeconds",
          "maxCost",
          "tools",
          "maxToolRounds",
          "unset",
          "className");

  /** Parts of messages: see {@link CacheMarksTest}. */
  private static final Set<String> IN_MESSAGES =
      Set.of("cacheControl.system", "cacheControl.examples", "cacheControl.user");

  private static final Recorder RECORDER = new Recorder();

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  static List<OptionCase> options() {
    return OptionCases.all();
  }

  @ParameterizedTest
  @MethodSource("options")
  void anAnnotationsOptionIsAllThatIsSent(OptionCase option) {
    assertThat(RECORDER.body(option.annotated()::apply)).isEqualTo(bodyWith(option));
  }

  @ParameterizedTest
  @MethodSource("options")
  void anOptionOfTheCallIsTheSame(OptionCase option) {
    assertThat(RECORDER.body(client -> new AskPromptsImpl(client).ask(built(option))))
        .isEqualTo(bodyWith(option));
  }

  @ParameterizedTest
  @MethodSource("options")
  void aDefaultOfTheClientIsTheSame(OptionCase option) {
    assertThat(RECORDER.body(built(option), client -> new AskPromptsImpl(client).ask()))
        .isEqualTo(bodyWith(option));
  }

  @Test
  void nothingIsSentWithoutOptions() {
    String body =
        RECORDER
            .request(built(b -> {}), client -> new AskPromptsImpl(client).ask())
            .getBody()
            .utf8();

    assertThat(body).isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
  }

  @Test
  void everyMemberOfTheAnnotationHasACase() {
    Set<String> members = new TreeSet<>(members("", OpenRouterPrompt.class));
    members.removeAll(NOT_SENT);
    assertThat(members).containsAll(IN_MESSAGES);
    members.removeAll(IN_MESSAGES);

    Set<String> cases = new TreeSet<>();
    options().forEach(option -> cases.add(option.option()));

    assertThat(cases).isEqualTo(members);
  }

  private static List<String> members(String prefix, Class<?> annotation) {
    List<String> names = new ArrayList<>();
    for (Method member : annotation.getDeclaredMethods()) {
      String name = prefix + member.getName();
      if (member.getReturnType().isAnnotation()) {
        names.addAll(members(name + ".", member.getReturnType()));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  @EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':'Hi'}],'temprature':1}",
        "{'messages':[{'role':'user','content':'Hi','nme':'x'}]}",
        "{'messages':[{'role':'user','content':'Hi'}],'provider':{'ordr':[]}}",
        "{'messages':[{'role':'user','content':'Hi'}],'provider':{'max_price':{'tokens':'1'}}}",
        "{'messages':[{'role':'user','content':'Hi'}],'provider':{'max_price':{'prompt':1}}}",
        "{'messages':[{'role':'user','content':'Hi'}],'provider':{'sort':{'buy':'price'}}}",
        "{'messages':[{'role':'user','content':'Hi'}],'plugins':[{'id':'web','max_result':3}]}",
        "{'messages':[{'role':'user','content':'Hi'}],'plugins':[{'id':'wep'}]}",
        "{'messages':[{'role':'user','content':'Hi'}],'reasoning':{'effrt':'high'}}",
        "{'messages':[{'role':'user','content':'Hi'}],'logprobs':'yes'}",
        "{'messages':[]}"
      })
  void theDocumentRefusesSlips(String body) {
    JsonNode json = Recorder.json(body.replace('\'', '"'));

    assertThat(OfficialDocument.problems(json)).isNotEmpty();
  }

  private static PromptOptions built(OptionCase option) {
    return built(option.built());
  }

  private static PromptOptions built(Consumer<PromptOptions.Builder> options) {
    PromptOptions.Builder builder = PromptOptions.builder();
    options.accept(builder);
    return builder.build();
  }

  private static JsonNode bodyWith(OptionCase option) {
    String comma = option.body().isEmpty() ? "" : ",";
    return Recorder.json(
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + comma + option.body() + "}");
  }
}
