package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** What the processor says where not the prompts are wrong, but javac or the processor itself. */
final class BrokenCompilerTest {
  private static final Fixture PROMPTS =
      Fixture.of(
              """
              @OpenRouterPrompt
              interface Prompts {
                @UserMessage("Write a haiku about {{topic}}.")
                String haiku(String topic);
              }
              """)
          .and("class Uses { String name = \"PromptsImpl\"; }");

  @Test
  void exceptionIsOneMessageWithItsTrace() {
    Compilation compilation =
        Compilation.of(PROMPTS, new InEnvironment(real -> new Breaking(real, Types.class)));

    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.report())
        .startsWith(
            """
            Prompts.java:2: error: [typedprompt/internal-error] TypedPrompt failed on \
            com.example.Prompts. This is a defect of TypedPrompt; please report it with the \
            following trace:
            interface Prompts {
            ^
              java.lang.UnsupportedOperationException: broken
              	at io.typedprompt.processor.""");
  }

  @Test
  void fileThatCannotBeWrittenIsOneMessage() {
    Compilation compilation =
        Compilation.of(PROMPTS, new InEnvironment(real -> new Breaking(real, Filer.class)));

    assertThat(compilation.report())
        .isEqualTo(
            """
            Prompts.java:2: error: [typedprompt/write-failed] The class com.example.PromptsImpl \
            could not be written: java.io.IOException: broken.
            interface Prompts {
            ^""");
  }

  /** The processor in another environment. */
  private record InEnvironment(
      PromptProcessor processor, Function<ProcessingEnvironment, Breaking> breaking)
      implements Processor {
    InEnvironment(Function<ProcessingEnvironment, Breaking> breaking) {
      this(new PromptProcessor(), breaking);
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      processor.init(breaking.apply(environment).environment());
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
        javax.lang.model.element.Element element,
        javax.lang.model.element.AnnotationMirror annotation,
        javax.lang.model.element.ExecutableElement member,
        String userText) {
      return Set.of();
    }
  }

  /** An environment of which one part does not work. */
  private record Breaking(ProcessingEnvironment real, Class<?> part) {
    ProcessingEnvironment environment() {
      return proxy(
          ProcessingEnvironment.class,
          (method, arguments) ->
              method.getReturnType().equals(part)
                  ? proxy(part, (m, a) -> fail(m.getName()))
                  : method.invoke(real, arguments));
    }

    private static Object fail(String method) throws IOException {
      if (method.equals("getResource") || method.equals("createSourceFile")) {
        throw new IOException("broken");
      }
      throw new UnsupportedOperationException("broken");
    }
  }

  private interface Call {
    Object to(java.lang.reflect.Method method, Object[] arguments)
        throws IOException, ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.to(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
