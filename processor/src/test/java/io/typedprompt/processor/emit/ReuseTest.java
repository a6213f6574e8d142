package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.processor.PromptProcessor;
import io.typedprompt.processor.harness.ScriptedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Prompts, options and texts that are written once and used in many places, also from a jar. */
final class ReuseTest {
  private static final String LIBRARY =
      """
      package lib;

      import io.typedprompt.annotations.*;

      public interface Library {
        @OpenRouterPrompt(temperature = 0.1, topP = 0.1, maxTokens = 100, stop = "LIB")
        @SystemMessage("You are careful, {{language}}.")
        @interface Careful {}

        @Careful
        @OpenRouterPrompt(topP = 0.2)
        @interface MoreCareful {}

        @OpenRouterPrompt(seed = 7)
        @interface Seeded {}

        interface Asking<Q, A> {
          @UserMessage(resource = "lib/ask.mustache")
          A ask(@Param("question") Q question, @Param("language") String language);
        }

        interface Summing<T> extends Asking<T, String> {
          @OpenRouterPrompt(temperature = 0.5)
          @UserMessage("Sum up {{text}}.")
          String sumUp(@Param("text") T text, @Param("language") String language);
        }
      }
      """;

  private static final Map<String, String> TEXTS =
      Map.of(
          "lib/ask.mustache", "{{>lib/style}}\n{{question}}",
          "lib/style.mustache", "Style: {{language}}.\n{{>lib/deep/end}}",
          "lib/deep/end.mustache", "End.\n");

  private final ScriptedModel model = new ScriptedModel();

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void packLibrary() throws IOException {
    Path classes = compile("library", List.of(), List.of(), Map.of("lib/Library.java", LIBRARY));
    jar = folder.resolve("library.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes)) {
        add(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> text : TEXTS.entrySet()) {
        add(out, text.getKey(), text.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    ((OutputStream) out).write(bytes);
    out.closeEntry();
  }

  @AfterEach
  void close() {
    model.close();
  }

  private Path compile(
      String module, List<Path> classPath, List<Processor> processors, Map<String, String> sources)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(module).resolve("classes"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
      Path file = folder.resolve(module).resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    List<String> path = new ArrayList<>(classPath.stream().map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-processing,-path,-classfile,-auxiliaryclass",
                "-Werror",
                "-d",
                classes.toString(),
                "-cp",
                String.join(java.io.File.pathSeparator, path)));
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    java.io.StringWriter said = new java.io.StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      assertThat(task.call()).as(said.toString()).isTrue();
    }
    assertThat(said.toString()).isEmpty();
    return classes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The request that a method of the interface makes. */
  private JsonNode request(String source, String method, Object... arguments) throws Exception {
    String name = source.contains("interface Inner") ? "app.Outer_InnerImpl" : "app.PromptsImpl";
    String file = source.contains("class Outer") ? "app/Outer.java" : "app/Prompts.java";
    Path classes =
        compile(
            "app",
            List.of(jar),
            List.of(new PromptProcessor()),
            Map.of(
                file, "package app; import lib.*; import io.typedprompt.annotations.*; " + source));
    model.answer("ok");
    URL[] path = {classes.toUri().toURL(), jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      // A changed file would fail an assertion here.
      loader.setDefaultAssertionStatus(true);
      Object prompts =
          loader.loadClass(name).getConstructor(OpenRouterClient.class).newInstance(model.client());
      Arrays.stream(prompts.getClass().getMethods())
          .filter(m -> m.getName().equals(method) && !m.isBridge())
          .findFirst()
          .orElseThrow()
          .invoke(prompts, arguments);
    }
    return model.takeRequest();
  }

  private static String options(JsonNode request) {
    List<String> options = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : request.properties()) {
      if (!field.getKey().equals("messages")) {
        options.add(field.getKey() + "=" + field.getValue());
      }
    }
    return String.join(" ", options);
  }

  private static String system(JsonNode request) {
    return request.at("/messages/0/role").asString("").equals("system")
        ? request.at("/messages/0/content").stringValue()
        : "";
  }

  @Test
  void anInterfaceOfALibraryIsCompletedByItsAnnotationAlone() throws Exception {
    JsonNode request =
        request(
            "@Library.Careful public interface Prompts extends Library.Summing<Integer> {}",
            "ask",
            42,
            "en");
    assertThat(options(request))
        .isEqualTo("temperature=0.1 top_p=0.1 max_tokens=100 stop=[\"LIB\"]");
    assertThat(system(request)).isEqualTo("You are careful, en.");
    assertThat(request.at("/messages/1/content").stringValue()).isEqualTo("Style: en.\nEnd.\n42");
  }

  @Test
  void whatAMethodOfALibrarySaysComesBeforeTheAnnotation() throws Exception {
    JsonNode request =
        request(
            "@Library.Careful public interface Prompts extends Library.Summing<String> {}",
            "sumUp",
            "it",
            "en");
    assertThat(options(request))
        .isEqualTo("temperature=0.5 top_p=0.1 max_tokens=100 stop=[\"LIB\"]");
  }

  @Test
  void whatIsWrittenDirectlyWinsMemberByMember() throws Exception {
    JsonNode request =
        request(
            """
            @Library.MoreCareful
            @Library.Seeded
            @OpenRouterPrompt(temperature = 0.9, unset = "stop")
            @SystemMessage("You are you.")
            public interface Prompts {
              @UserMessage("Hi.")
              String greet();
            }
            """,
            "greet");
    assertThat(options(request)).isEqualTo("temperature=0.9 top_p=0.2 seed=7 max_tokens=100");
    assertThat(system(request)).isEqualTo("You are you.");
  }

  @Test
  void onAMethodItComesBeforeTheInterface() throws Exception {
    JsonNode request =
        request(
            """
            @OpenRouterPrompt(temperature = 0.9, seed = 1)
            @SystemMessage("You are you.")
            public interface Prompts {
              @Library.Careful
              @OpenRouterPrompt(maxTokens = 5)
              @UserMessage("Hi.")
              String greet(String language);
            }
            """,
            "greet",
            "de");
    assertThat(options(request))
        .isEqualTo("temperature=0.1 top_p=0.1 seed=1 max_tokens=5 stop=[\"LIB\"]");
    assertThat(system(request)).isEqualTo("You are careful, de.");
  }

  @Test
  void whatIsCarriedComesBeforeASuperInterface() throws Exception {
    JsonNode request =
        request(
            """
            @Library.Seeded
            public interface Prompts extends Base {}

            @OpenRouterPrompt(seed = 1, temperature = 0.7)
            @SystemMessage("You are a base.")
            interface Base {
              @UserMessage("Hi.")
              String greet();
            }
            """,
            "greet");
    assertThat(options(request)).isEqualTo("temperature=0.7 seed=7");
    assertThat(system(request)).isEqualTo("You are a base.");
  }

  @Test
  void aSuperInterfaceMayHaveItToo() throws Exception {
    JsonNode request =
        request(
            """
            @OpenRouterPrompt(topP = 0.8)
            public interface Prompts extends Base {}

            @Library.Careful
            interface Base {
              @UserMessage("Hi, {{language}}.")
              String greet(String language);
            }
            """,
            "greet",
            "fr");
    assertThat(options(request))
        .isEqualTo("temperature=0.1 top_p=0.8 max_tokens=100 stop=[\"LIB\"]");
    assertThat(system(request)).isEqualTo("You are careful, fr.");
  }

  @Test
  void aNestedInterfaceMayHaveItToo() throws Exception {
    JsonNode request =
        request(
            """
            public class Outer {
              private Outer() {}

              @OpenRouterPrompt(seed = 3)
              public @interface Own {}

              @Own
              public interface Inner extends Library.Asking<String, String> {}
            }
            """,
            "ask",
            "Why?",
            "en");
    assertThat(options(request)).isEqualTo("seed=3");
    assertThat(request.at("/messages/0/content").stringValue()).isEqualTo("Style: en.\nEnd.\nWhy?");
  }
}
