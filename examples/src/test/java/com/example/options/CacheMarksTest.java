package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.CacheControlOptions;
import io.typedprompt.PromptOptions;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which messages carry the marks up to which providers cache, and in which form. */
class CacheMarksTest {
  private static final Recorder RECORDER = new Recorder();

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  @Test
  void onlyMessagesWithAMarkAreBlocks() {
    assertThat(RECORDER.body(c -> new CachePromptsImpl(c).all()))
        .isEqualTo(
            body(
                system("1h"),
                "{'role':'user','content':'1'}",
                "{'role':'assistant','content':'one'}",
                "{'role':'user','content':'2'}",
                message("assistant", "two", "5m"),
                message("user", "Hi", "5m")));
  }

  @Test
  void marksMergeOneByOne() {
    assertThat(RECORDER.body(c -> new CachePromptsImpl(c).ask(marks(m -> m.user("5m")))))
        .isEqualTo(body(system("1h"), message("user", "Hi", "5m")));
    assertThat(RECORDER.body(c -> new CachePromptsImpl(c).ask(marks(m -> m.system("5m")))))
        .isEqualTo(body(system("5m"), "{'role':'user','content':'Hi'}"));
    assertThat(
            RECORDER.body(
                marks(m -> m.system("5m").user("5m")),
                c ->
                    new CachePromptsImpl(c)
                        .ask(PromptOptions.builder().unset("cacheControl.user").build())))
        .isEqualTo(body(system("1h"), "{'role':'user','content':'Hi'}"));
  }

  @Test
  void whereThereIsNoSuchMessageThereIsNoMark() {
    assertThat(
            RECORDER.body(
                c -> new AskPromptsImpl(c).ask(marks(m -> m.system("5m").examples("5m")))))
        .isEqualTo(body("{'role':'user','content':'Hi'}"));
  }

  @Test
  void theMarkStaysWhereTheSchemaIsAdded() {
    JsonNode body = RECORDER.body(c -> new CachePromptsImpl(c).count(marks(m -> m.user("1h"))));

    assertThat(body.at("/messages/0/content").asString()).isEqualTo("S");
    JsonNode block = body.at("/messages/1/content/0");
    assertThat(block.path("text").asString()).startsWith("Hi\n\nAnswer with one JSON value");
    assertThat(block.at("/cache_control/ttl").asString()).isEqualTo("1h");
  }

  private static PromptOptions marks(Consumer<CacheControlOptions.Builder> marks) {
    CacheControlOptions.Builder builder = CacheControlOptions.builder();
    marks.accept(builder);
    return PromptOptions.builder().cacheControl(builder.build()).build();
  }

  private static JsonNode body(String... messages) {
    return Recorder.json(("{'messages':[" + String.join(",", messages) + "]}").replace('\'', '"'));
  }

  private static String system(String ttl) {
    return message("system", "S", ttl);
  }

  private static String message(String role, String text, String ttl) {
    return "{'role':'"
        + role
        + "','content':[{'type':'text','text':'"
        + text
        + "','cache_control':{'type':'ephemeral','ttl':'"
        + ttl
        + "'}}]}";
  }
}
