package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.StringNode;

/** Types whose values are texts of a form, wherever a type can stand. */
final class TextTypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A type, the format in its schema, a text, and the value as Java prints it. */
  private record Kind(String type, String format, String text, String value) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("char", "", "x", "x"),
          new Kind("Character", "", "\u00e9", "\u00e9"),
          new Kind("LocalDate", "date", "2024-02-29", "2024-02-29"),
          new Kind("LocalTime", "", "14:30", "14:30"),
          new Kind("LocalDateTime", "", "2026-01-31T14:30:00.5", "2026-01-31T14:30:00.500"),
          new Kind("Instant", "date-time", "2026-01-31T14:30:00+01:00", "2026-01-31T13:30:00Z"),
          new Kind(
              "OffsetDateTime", "date-time", "2026-01-31T14:30:00+01:00", "2026-01-31T14:30+01:00"),
          new Kind(
              "ZonedDateTime",
              "",
              "2026-07-31T14:30:00+02:00[Europe/Berlin]",
              "2026-07-31T14:30+02:00[Europe/Berlin]"),
          new Kind("Duration", "duration", "P1DT2H", "PT26H"),
          new Kind("Period", "", "P1Y2W", "P1Y14D"),
          new Kind("Year", "", "2026", "2026"),
          new Kind("YearMonth", "", "2026-02", "2026-02"),
          new Kind("ZoneId", "", "Europe/Berlin", "Europe/Berlin"),
          new Kind(
              "UUID",
              "uuid",
              "123E4567-e89b-12d3-a456-426614174000",
              "123e4567-e89b-12d3-a456-426614174000"),
          new Kind("URI", "", "https://a.example/b?c#d", "https://a.example/b?c#d"),
          new Kind("Locale", "", "de-CH", "de_CH"),
          new Kind("Currency", "", "EUR", "EUR"));

  /** A type, a text that is none, and a text that is read with a repair, or nothing. */
  private record Form(String type, String wrong, String other) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("char", "xy", ""),
          new Form("LocalDate", "31/01/2026", " 2026-01-31"),
          new Form("LocalDate", "2026-02-30", ""),
          new Form("LocalTime", "2:30 pm", "14:30Z"),
          new Form("LocalTime", "14:30+01:00", "14:30 Europe/Berlin"),
          new Form("LocalDateTime", "2026-01-31", "2026-01-31 14:30"),
          new Form("LocalDateTime", "2026-01-31T14:30+01:00", "2026-01-31T14:30Z"),
          new Form("Instant", "2026-01-31T14:30:00", "2026-01-31 14:30:00 UTC"),
          new Form("Instant", "1769866200", "2026-01-31T14:30:00+0100"),
          new Form("Instant", "2026-01-31T14:30 Europe/Berlin", "2026-01-31T14:30:00 +01"),
          new Form("OffsetDateTime", "tomorrow", "2026-01-31T14:30+01:00[Europe/Berlin]"),
          new Form("ZonedDateTime", "2026-01-31T14:30:00", "2026-01-31T14:30+01:00 Europe/Berlin"),
          new Form("ZonedDateTime", "2026-01-31", "2026-01-31 14:30Z"),
          new Form("Duration", "90 minutes", ""),
          new Form("Duration", "P1Y2W", ""),
          new Form("Duration", "P99999999999999999999D", ""),
          new Form("Period", "PT1H", ""),
          new Form("Year", "26", ""),
          new Form("YearMonth", "2026-13", ""),
          new Form("ZoneId", "Berlin", ""),
          new Form("UUID", "123e4567e89b12d3a456426614174000", ""),
          new Form("UUID", "1-1-1-1-1", ""),
          new Form("URI", "not a uri", ""),
          new Form("URI", "", ""),
          new Form("Locale", "English", "en_US"),
          new Form("Currency", "euros", "eur"));

  private static ScriptedModel model;
  private static BuiltClasses classes;

  @BeforeAll
  static void compile() {
    model = new ScriptedModel();
    UserBuild build = new UserBuild();
    for (int i = 0; i < KINDS.size(); i++) {
      build.source(source("kind" + i, KINDS.get(i).type()));
    }
    for (int i = 0; i < FORMS.size(); i++) {
      build.source(source("form" + i, FORMS.get(i).type()));
    }
    build.source(source("bytes", "byte[]"));
    classes = build.build();
  }

  private static String source(String packageName, String type) {
    String boxed = type.equals("char") ? "Character" : type;
    return """
    package %1$s;

    import io.typedprompt.PromptResult;
    import io.typedprompt.annotations.*;
    import java.net.*;
    import java.time.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    @OpenRouterPrompt
    public interface Ask {
      record Holder<T>(@Description("one") T one) {}

      record All(%2$s plain, @Description("two") Optional<%3$s> perhaps, List<%3$s> many,
          Set<Optional<%3$s>> some, Holder<%3$s> held) {}

      @UserMessage("?") PromptResult<%3$s> root();
      @UserMessage("?") %2$s plain();
      @UserMessage("?") PromptResult<All> all();
      @UserMessage("?") PromptResult<Optional<%3$s>> perhaps();
      @UserMessage("?") PromptResult<Holder<%3$s>> held();
    }
    """
        .formatted(packageName, type, boxed);
  }

  @AfterAll
  static void stop() {
    model.close();
  }

  @TestFactory
  Stream<DynamicTest> areReadWhereverATypeCanStand() {
    return IntStream.range(0, KINDS.size())
        .mapToObj(i -> DynamicTest.dynamicTest(KINDS.get(i).type(), () -> check(i)));
  }

  private static void check(int index) throws Exception {
    Kind kind = KINDS.get(index);
    String name = "kind" + index;
    String text = StringNode.valueOf(kind.text()).toString();
    assertThat(ask(name, "root", "{\"value\":" + text + "}").value()).hasToString(kind.value());
    JsonNode schema = schema();
    assertThat(schema.at("/properties/value/type").asString()).isEqualTo("string");
    assertThat(schema.at("/properties/value/format").asString("")).isEqualTo(kind.format());
    assertThat(schema.at("/properties/value/description").asString()).isNotBlank();
    assertThat(StrictSubset.flaws(schema)).isEmpty();

    model.answer("{\"value\":" + text + "}");
    assertThat(call(name, "plain")).hasToString(kind.value());
    model.takeRequest();

    String all =
        "{'plain':%1$s,'perhaps':%1$s,'many':[%1$s,%1$s],'some':[null],'held':{'one':%1$s}}"
            .replace('\'', '"')
            .formatted(text);
    PromptResult<?> result = ask(name, "all", all);
    assertThat(result.value())
        .hasToString(
            "All[plain=%1$s, perhaps=Optional[%1$s], many=[%1$s, %1$s], some=[Optional.empty],"
                    .formatted(kind.value())
                + " held=Holder[one=%s]]".formatted(kind.value()));
    assertThat(result.repairs()).isEmpty();
    schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                    JSON.readTree(all),
                    context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .isEmpty();
    assertThat(schema.at("/properties/perhaps/description").asString()).startsWith("two\n");

    assertThat(ask(name, "perhaps", "{\"value\":null}").value()).hasToString("Optional.empty");
    model.takeRequest();
    assertThat(ask(name, "held", "{\"one\":" + text + "}").value())
        .hasToString("Holder[one=" + kind.value() + "]");
    model.takeRequest();
  }

  @TestFactory
  Stream<DynamicTest> otherFormsAreRepairsOrProblems() {
    return IntStream.range(0, FORMS.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    FORMS.get(i).type() + " " + FORMS.get(i).wrong(), () -> checkForm(i)));
  }

  private static void checkForm(int index) throws Exception {
    Form form = FORMS.get(index);
    String wrong = "{\"value\":" + StringNode.valueOf(form.wrong()) + "}";
    model.answer(wrong);
    assertThatThrownBy(() -> ask("form" + index, "root", wrong))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().get(0).path()).isEqualTo("/value");
              assertThat(e.problems().get(0).found()).isEqualTo('"' + form.wrong() + '"');
            });
    String words = schema().at("/properties/value/description").asString();
    String again = model.takeRequest().path("messages").toString();
    assertThat(again).contains(words);
    if (!form.other().isEmpty()) {
      PromptResult<?> result =
          ask("form" + index, "root", "{\"value\":" + StringNode.valueOf(form.other()) + "}");
      model.takeRequest();
      assertThat(result.repairs())
          .singleElement()
          .satisfies(repair -> assertThat(repair.kind()).hasToString("TEXT_FORM"));
    }
  }

  @Test
  void bytesAreInBase64() throws Exception {
    assertThat((byte[]) ask("bytes", "root", "{\"value\":\"AP8=\"}").value())
        .containsExactly(0, -1);
    assertThat(schema().at("/properties/value").toString())
        .isEqualTo("{\"type\":\"string\",\"description\":\"bytes in Base64\"}");
  }

  private static JsonNode schema() {
    return model.takeRequest().at("/response_format/json_schema/schema");
  }

  private static PromptResult<?> ask(String packageName, String method, String answer)
      throws Exception {
    model.answer(answer);
    return (PromptResult<?>) call(packageName, method);
  }

  private static Object call(String packageName, String method) throws Exception {
    Object prompts =
        classes
            .load(packageName + ".AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return prompts.getClass().getMethod(method).invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
