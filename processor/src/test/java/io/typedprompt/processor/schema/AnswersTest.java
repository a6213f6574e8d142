package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random types and random answers: each schema is one that providers take, and each answer that
 * follows it is read without any repair as what Jackson makes of it.
 */
final class AnswersTest {
  private static final int TYPES = 40;
  private static final int ANSWERS = 10;
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema METASCHEMA =
      SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

  private ScriptedModel model;
  private static BuiltClasses classes;

  @BeforeAll
  static void start() {
    UserBuild build = new UserBuild();
    for (int i = 0; i < TYPES; i++) {
      build.source(RandomTypes.source("random" + i, new Random(i)));
    }
    classes = build.build();
  }

  @TestFactory
  Stream<DynamicTest> whatFollowsTheSchemaIsReadAsItIs() {
    return IntStream.range(0, TYPES)
        .mapToObj(i -> DynamicTest.dynamicTest("type " + i, () -> check("random" + i, i)));
  }

  private void check(String packageName, long seed) throws Exception {
    // A server of its own, so that a type that fails leaves no answers for the next one.
    try (ScriptedModel fresh = new ScriptedModel()) {
      model = fresh;
      checkAnswers(packageName, seed);
    }
  }

  private void checkAnswers(String packageName, long seed) throws Exception {
    Type type =
        ((ParameterizedType)
                classes.load(packageName + ".Ask").getMethod("ask").getGenericReturnType())
            .getActualTypeArguments()[0];
    JsonNode schema = schemaOf(packageName);
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(METASCHEMA.validate(schema)).isEmpty();

    boolean wrapped = !(type instanceof Class<?> c && c.isRecord());
    JsonNode inner = wrapped ? schema.at("/properties/value") : schema;
    Schema validator = SCHEMAS.getSchema(schema);
    RandomJson answers = new RandomJson(new Random(seed), schema);
    for (int i = 0; i < ANSWERS; i++) {
      RandomJson.Json json = answers.of(type, inner);
      String answer = wrapped ? "{\"value\": " + json.answer() + "}" : json.answer();
      assertThat(validator.validate(JSON.readTree(answer))).as(answer).isEmpty();
      PromptResult<?> result = ask(packageName, answer);
      Object expected = JSON.readValue(json.plain(), JSON.constructType(type));
      assertThat(result.value()).as(answer).isEqualTo(expected);
      assertThat(result.repairs()).as(answer).isEmpty();
      model.takeRequest();
    }
  }

  /** The schema in the request, learnt with an answer that follows none. */
  private JsonNode schemaOf(String packageName) throws Exception {
    model.answer("?").answer("?");
    try {
      ask(packageName, null);
    } catch (OutputFormatException e) {
      assertThat(e.text()).isEqualTo("?");
    }
    JsonNode schema = model.takeRequest().at("/response_format/json_schema");
    assertThat(schema.path("strict").asBoolean(false)).isTrue();
    assertThat(schema.path("name").asString()).matches("[A-Za-z0-9_-]{1,64}");
    model.takeRequest();
    return schema.path("schema");
  }

  private PromptResult<?> ask(String packageName, String answer) throws Exception {
    if (answer != null) {
      model.answer(answer);
    }
    Object prompts =
        classes
            .load(packageName + ".AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return (PromptResult<?>) prompts.getClass().getMethod("ask").invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
