package io.typedprompt.processor.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.typedprompt.OpenRouterClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Compiles renderings together, and tests each one by what it sends. */
public final class Renderings {
  private final BuiltClasses classes;
  private final ScriptedModel model;

  private Renderings(BuiltClasses classes, ScriptedModel model) {
    this.classes = classes;
    this.model = model;
  }

  /** One test for each rendering. */
  public static Stream<DynamicTest> tests(ScriptedModel model, List<Rendering> all) {
    UserBuild build = new UserBuild();
    for (int i = 0; i < all.size(); i++) {
      build.source(all.get(i).source(i));
      all.get(i).partials.forEach((name, text) -> build.resource(name + ".mustache", text));
    }
    Renderings renderings = new Renderings(build.build(), model);
    return IntStream.range(0, all.size())
        .mapToObj(
            i -> DynamicTest.dynamicTest(all.get(i).name, () -> renderings.check(i, all.get(i))));
  }

  private void check(int index, Rendering rendering) throws Throwable {
    if (rendering.fails) {
      int requests = model.requestCount();
      assertThatNullPointerException()
          .isThrownBy(() -> call(index))
          .withMessage(rendering.expected);
      assertThat(model.requestCount()).isEqualTo(requests);
    } else {
      model.answer("done");
      assertThat(call(index)).isEqualTo("done");
      assertThat(model.takeRequest().at("/messages/0/content").asString())
          .isEqualTo(rendering.expected);
    }
  }

  private Object call(int index) throws Throwable {
    Class<?> caller = classes.load(Rendering.packageName(index) + ".Prompts$Caller");
    Method call = caller.getDeclaredMethod("call", OpenRouterClient.class);
    try {
      return call.invoke(null, model.client());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
