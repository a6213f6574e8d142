package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Gradle may compile a changed interface alone only if each generated class names the one interface
 * that it comes from, and if nothing but classes is generated.
 */
class OriginatingElementsTest {

  @Test
  void everyGeneratedClassComesFromItsInterfaceAlone() {
    assertThat(
            origins(
                """
                package app;

                import io.typedprompt.annotations.*;

                interface Base<T> {
                  @UserMessage("{{topic}}")
                  T ask(T topic);
                }

                @OpenRouterPrompt
                interface First extends Base<String> {}

                @OpenRouterPrompt(className = "Other")
                interface Second {
                  @UserMessage("{{part.text}}")
                  Part ask(Part part);
                }

                record Part(String text) {}

                class Outer {
                  @OpenRouterPrompt
                  interface Inner extends First {}
                }

                @OpenRouterPrompt
                interface Wrong {
                  @UserMessage("{{nothing}}")
                  String ask();
                }

                @OpenRouterPrompt(temperature = 0)
                @interface Careful {}

                @Careful
                interface Third extends Base<String> {}
                """))
        .containsOnly(
            Map.entry("app.FirstImpl", List.of("app.First")),
            Map.entry("app.Other", List.of("app.Second")),
            Map.entry("app.Outer_InnerImpl", List.of("app.Outer.Inner")),
            Map.entry("app.WrongImpl", List.of("app.Wrong")),
            Map.entry("app.ThirdImpl", List.of("app.Third")));
  }

  @Test
  void alsoWhereAnotherProcessorsClassIsWaitedFor() {
    assertThat(
            origins(
                """
                package app;

                import io.typedprompt.annotations.*;

                @OpenRouterPrompt
                interface Late {
                  @UserMessage("{{customer}}")
                  String ask(Customer customer);
                }

                @lombok.Value
                class Customer {
                  String name;
                }
                """))
        .containsOnly(Map.entry("app.LateImpl", List.of("app.Late")));
  }

  private static Map<String, List<String>> origins(String source) {
    Recorder recorder = new Recorder();
    // What comes of the compilation does not matter here.
    var unused =
        Compiler.javac()
            .withProcessors(recorder)
            .compile(JavaFileObjects.forSourceString("app.Types", source));
    return recorder.origins;
  }

  /** The processor with an eye on what it writes. */
  private static final class Recorder extends AbstractProcessor {
    private final PromptProcessor processor = new PromptProcessor();
    final Map<String, List<String>> origins = new LinkedHashMap<>();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(new RecordingEnvironment(environment, origins));
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
  }

  private record RecordingFiler(Filer filer, Map<String, List<String>> origins) implements Filer {
    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... from) throws IOException {
      origins.put(name.toString(), Stream.of(from).map(Element::toString).toList());
      return filer.createSourceFile(name, from);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... from) {
      throw new AssertionError("a class file: " + name);
    }

    @Override
    public FileObject createResource(
        Location location, CharSequence packageName, CharSequence name, Element... from) {
      throw new AssertionError("a resource: " + name);
    }

    @Override
    public FileObject getResource(Location location, CharSequence packageName, CharSequence name)
        throws IOException {
      return filer.getResource(location, packageName, name);
    }
  }

  private record RecordingEnvironment(
      ProcessingEnvironment environment, Map<String, List<String>> origins)
      implements ProcessingEnvironment {
    @Override
    public Filer getFiler() {
      return new RecordingFiler(environment.getFiler(), origins);
    }

    @Override
    public Map<String, String> getOptions() {
      return environment.getOptions();
    }

    @Override
    public Messager getMessager() {
      return environment.getMessager();
    }

    @Override
    public Elements getElementUtils() {
      return environment.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return environment.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return environment.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return environment.getLocale();
    }
  }
}
