package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.Rendering;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prompts and types beyond what a class file can hold in one piece. */
final class LimitsTest {
  /** Java's limits are higher than those of any model. */
  private static final String NO_LIMITS = "-Atypedprompt.schema_limit=ignore";

  private static final String IMPORTS =
      "package limits;\n\nimport io.typedprompt.annotations.*;\nimport java.util.*;\n\n";

  private final ScriptedModel model = new ScriptedModel();

  @AfterEach
  void stop() {
    model.close();
  }

  private String render(UserBuild build, Object... arguments) throws Exception {
    model.answer("done");
    call(build.build(), arguments);
    return model.takeRequest().at("/messages/0/content").asString();
  }

  private Object call(BuiltClasses classes, Object... arguments) throws Exception {
    Object prompts =
        classes
            .load("limits.AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments[i] instanceof Boolean ? boolean.class : arguments[i].getClass();
    }
    return prompts.getClass().getMethod("ask", types).invoke(prompts, arguments);
  }

  private static UserBuild ask(String annotation, String method) {
    return new UserBuild()
        .source(
            IMPORTS
                + "@OpenRouterPrompt\npublic interface Ask {\n  "
                + annotation
                + "\n  "
                + method
                + "\n}\n");
  }

  /** Text in which each third character takes two chars, so that pieces may not end anywhere. */
  private static String text(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int choice = random.nextInt(3);
      text.appendCodePoint(choice == 0 ? 0x1F600 : choice == 1 ? 'a' + random.nextInt(26) : 0x4F60);
    }
    return text.toString();
  }

  @Test
  void aFileOfAMegabyte() throws Exception {
    String text = text(1024 * 1024);

    assertThat(
            render(
                ask("@UserMessage(resource = \"big.mustache\")", "String ask();")
                    .resource("big.mustache", text)))
        .isEqualTo(text);
  }

  @Test
  void aLargeFileWithTags() throws Exception {
    String text = text(70_000);

    assertThat(
            render(
                ask("@UserMessage(resource = \"big.mustache\")", "String ask(String x);")
                    .resource("big.mustache", text + "{{x}}" + text + "{{#x}}" + text + "{{/x}}"),
                "{{x}}"))
        .isEqualTo(text + "{{x}}" + text + text);
  }

  @Test
  void theLongestTextOfAnAnnotation() throws Exception {
    // A constant has at most 65,535 bytes, and these characters have three each.
    String text = "你".repeat(65_535 / 3);
    String ascii = "a".repeat(65_535);

    assertThat(render(ask("@UserMessage(" + Rendering.literal(text) + ")", "String ask();")))
        .isEqualTo(text);
    assertThat(render(ask("@UserMessage(\"" + ascii + "\")", "String ask();"))).isEqualTo(ascii);
  }

  @Test
  void theLargestRecord() throws Exception {
    // Java allows no constructor with more than 255 parameters.
    StringBuilder record = new StringBuilder(IMPORTS + "public record Wide(\n");
    StringBuilder answer = new StringBuilder("{");
    for (int i = 0; i < 254; i++) {
      String comma = i == 0 ? "" : ",";
      record.append(comma).append("@Description(\"").append("x".repeat(300)).append("\")");
      record.append("String s").append(i).append('\n');
      answer.append(comma).append("\"s").append(i).append("\":\"").append(i).append('"');
    }
    BuiltClasses classes =
        ask("@UserMessage(\"Go.\")", "Wide ask();")
            .source(record.append(") {}\n").toString())
            .build();
    model.answer(answer.append("}").toString());

    Object value = call(classes);

    assertThat(value.getClass().getMethod("s253").invoke(value)).isEqualTo("253");
    JsonNode schema = model.takeRequest().at("/response_format/json_schema/schema");
    assertThat(schema.toString()).hasSizeGreaterThan(65_535);
    assertThat(schema.path("properties").size()).isEqualTo(254);
  }

  @Test
  void sectionsInSections() throws Exception {
    String open = "{{#b}}(".repeat(90);
    String close = "){{/b}}".repeat(90);

    assertThat(
            render(ask("@UserMessage(\"" + open + close + "\")", "String ask(boolean b);"), true))
        .isEqualTo("(".repeat(90) + ")".repeat(90));
  }

  @Test
  void anEnumAsLongAsJavaHasThem() throws Exception {
    String constants =
        IntStream.range(0, 2_000).mapToObj(i -> "C" + i).collect(Collectors.joining(", "));
    BuiltClasses classes =
        new UserBuild()
            .options(NO_LIMITS)
            .source(
                IMPORTS
                    + """
                    @OpenRouterPrompt
                    public interface Ask {
                      enum Choice { %s }

                      @UserMessage("Choose.")
                      Choice ask();
                    }
                    """
                        .formatted(constants))
            .build();
    model.answer("{\"value\":\"C1999\"}");

    assertThat(call(classes)).hasToString("C1999");
  }

  @Test
  void recordsInRecords() throws Exception {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      records.append("  record R").append(i).append("(R").append(i + 1).append(" r) {}\n");
    }
    records.append("  record R40(int n) {}\n");
    BuiltClasses classes =
        ask("@UserMessage(\"Go.\")", "R0 ask();\n" + records).options(NO_LIMITS).build();
    model.answer("{\"r\":".repeat(40) + "{\"n\":1}" + "}".repeat(40));

    assertThat(call(classes).toString()).endsWith("R40[n=1" + "]".repeat(41));
  }

  @Test
  void manySections() throws Exception {
    int count = 400;
    String template = "{{#b}}yes{{x}}{{/b}}{{^b}}no{{/b}}".repeat(count);

    assertThat(
            render(
                ask(
                    "@UserMessage(" + Rendering.literal(template) + ")",
                    "String ask(boolean b, String x);"),
                true,
                "!"))
        .isEqualTo("yes!".repeat(count));
  }
}
