package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a method may return around its answer, over a real socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReturnStylesTest {
  private final ScriptedModel model = new ScriptedModel();
  private Class<?> type;
  private Class<?> partial;
  private Object prompts;

  @BeforeAll
  void build() {
    BuiltClasses built =
        new UserBuild()
            .source(
                """
                package app;

                import io.typedprompt.PromptResult;
                import io.typedprompt.PromptStream;
                import io.typedprompt.annotations.OpenRouterPrompt;
                import io.typedprompt.annotations.UserMessage;
                import java.util.List;
                import java.util.Optional;
                import java.util.concurrent.CompletableFuture;
                import java.util.stream.Stream;

                @OpenRouterPrompt(models = "vendor/model")
                public interface Ways {
                  record Point(int x, int y) {}

                  @UserMessage("Ask.")
                  CompletableFuture<Point> future();

                  @UserMessage("Ask.")
                  CompletableFuture<PromptResult<Point>> futureResult();

                  @UserMessage("Ask.")
                  CompletableFuture<String> futureText();

                  @UserMessage("Ask.")
                  PromptStream<String> stream();

                  @UserMessage("Ask.")
                  PromptStream<Point> typedStream();

                  @UserMessage("Ask.")
                  Stream<String> texts();

                  @UserMessage("Ask.")
                  Stream<Point> elements();

                  @UserMessage("Ask about {{client}}.")
                  Stream<Integer> numbers(String client);

                  enum Level { LOW, LOWER }

                  record Deep(String text, List<String> list, List<Point> points, Level level, Optional<Double> number, Optional<Point> next, boolean FORMAT) {}

                  @UserMessage("Ask.")
                  PromptStream<Deep> deep();
                }
                """)
            .build();
    type = built.load("app.Ways");
    partial = built.load("app.Ways_DeepPartial");
    prompts = model.client().create(type);
  }

  @AfterAll
  void close() {
    model.close();
  }

  /** A method without parameters. */
  private Object call(String method) throws ReflectiveOperationException {
    Object answer = type.getMethod(method).invoke(prompts);
    return answer;
  }

  @Test
  void futuresOfAValue() throws Exception {
    model.answer("{\"x\":1,\"y\":2}");
    CompletableFuture<?> point = (CompletableFuture<?>) call("future");
    assertThat(point.get(10, TimeUnit.SECONDS)).hasToString("Point[x=1, y=2]");

    model.answer("hello");
    CompletableFuture<?> text = (CompletableFuture<?>) call("futureText");
    assertThat(text.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
  }

  @Test
  void futuresOfAResult() throws Exception {
    model.answer("{\"x\":1,\"y\":2}");
    CompletableFuture<?> future = (CompletableFuture<?>) call("futureResult");

    PromptResult<?> result = (PromptResult<?>) future.get(10, TimeUnit.SECONDS);
    assertThat(result.value()).hasToString("Point[x=1, y=2]");
    assertThat(result.cost().amount()).isEqualByComparingTo("0.001");
  }

  @Test
  void streamsOfTextAndTheirResult() throws Exception {
    model.answer("hello");
    try (PromptStream<?> stream = (PromptStream<?>) call("stream")) {
      assertThat(String.join("", stream)).isEqualTo("hello");
      assertThat(stream.result().value()).isEqualTo("hello");
    }
  }

  @Test
  void streamsOfATypedAnswer() throws Exception {
    model.answer("{\"x\":1,\"y\":2}");
    try (PromptStream<?> stream = (PromptStream<?>) call("typedStream")) {
      assertThat(stream.result().value()).hasToString("Point[x=1, y=2]");
    }
  }

  @Test
  void bareStreamsOfText() throws Exception {
    model.answer("hello");
    try (Stream<?> texts = (Stream<?>) call("texts")) {
      assertThat(texts.map(Object::toString).toList()).containsExactly("hello");
    }
  }

  @Test
  void streamsOfElements() throws Exception {
    model.answer("{\"value\":[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}]}");
    try (Stream<?> points = (Stream<?>) call("elements")) {
      assertThat(points.map(Object::toString).toList())
          .containsExactly("Point[x=1, y=2]", "Point[x=3, y=4]");
    }

    model.answer("{\"value\":[1,2]}");
    Object numbers = type.getMethod("numbers", String.class).invoke(prompts, "Acme");
    try (Stream<?> stream = (Stream<?>) numbers) {
      assertThat(stream.map(Object::toString).toList()).containsExactly("1", "2");
    }
  }

  @Test
  void whatHasComeOfARecord() throws Exception {
    model.answerInPieces(
        "{\"text\":\"a",
        "b\\",
        "n\",\"list\":[\"x\",\"y",
        "\"],\"points\":[{\"x\":1",
        "2,\"y\":3}],\"level\":\"LOW",
        "ER\",\"number\":1",
        "5,\"next\":null,\"FORMAT\":tr",
        "ue}");
    try (PromptStream<?> stream = (PromptStream<?>) call("deep")) {
      Stream<?> partials =
          (Stream<?>) partial.getMethod("stream", PromptStream.class).invoke(null, stream);

      assertThat(partials.map(Object::toString).map(ReturnStylesTest::filled).toList())
          .containsExactly(
              "text=a",
              "text=ab",
              "text=ab/, list=[x, y]",
              "text=ab/, list=[x, y], points=[PointPartial[x=empty, y=empty]]",
              "text=ab/, list=[x, y], points=[PointPartial[x=12, y=3]]",
              "text=ab/, list=[x, y], points=[PointPartial[x=12, y=3]], level=LOWER",
              "text=ab/, list=[x, y], points=[PointPartial[x=12, y=3]], level=LOWER, number=15.0",
              "text=ab/, list=[x, y], points=[PointPartial[x=12, y=3]], level=LOWER, number=15.0,"
                  + " FORMAT=true");
      assertThat(stream.result().value())
          .hasToString(
              "Deep[text=ab\n, list=[x, y], points=[Point[x=12, y=3]], level=LOWER,"
                  + " number=Optional[15.0], next=Optional.empty, FORMAT=true]");
    }
  }

  /** The components that are there. */
  private static String filled(String partial) {
    return partial
        .replace('\n', '/')
        .replaceFirst("^Ways_DeepPartial\\[(.*)]$", "$1")
        .replaceAll("Optional\\[([^\\[\\]]*)]", "$1")
        .replaceAll("(, )?\\w+=Optional\\.empty(?![^\\[]*])", "")
        .replaceAll("(, )?\\w+=\\[]", "")
        .replace("Optional.empty", "empty");
  }
}
