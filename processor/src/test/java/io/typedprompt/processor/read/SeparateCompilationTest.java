package io.typedprompt.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.PromptProcessor;
import io.typedprompt.processor.read.SeparateBuilds.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A type that an earlier compilation compiled has the same shape as one that is compiled with the
 * prompts, also under compilers that do not show the type annotations of class files.
 */
class SeparateCompilationTest {
  private static final String JSPECIFY = "org.jspecify.annotations.Nullable";

  /** Types that the answers are made of. */
  private static final Source PARTS =
      new Source(
          "lib/Parts.java",
          """
          package lib;

          import java.util.*;
          import org.jspecify.annotations.Nullable;

          public class Parts {
            public record Pair<A, B>(A left, B right) {}

            public record Maybe<T>(@Nullable T value, List<T> all) {}

            public record Part(@Nullable Integer size) {}

            public record Chosen(String a) {
              public @Nullable String a() {
                return a;
              }
            }

            public static class Holder {
              public class Inner {
                public @Nullable Integer getSize() {
                  return null;
                }

                public List<@Nullable String> getNames() {
                  return List.of();
                }
              }
            }

            public static class Base<T> {
              public @Nullable T getFirst() {
                return null;
              }

              public T getSecond() {
                return null;
              }
            }

            public static class Derived<U> extends Base<List<@Nullable U>> {}

            public static class Names extends ArrayList<@Nullable String> {}

            public interface Lookup<T> extends Map<String, List<T>> {}
          }
          """);

  /** The components of a record, and what the record must look like. */
  private static final String TABLE =
      """
      @Nullable Integer a, int b -> {a: Integer?, b: int}
      List<@Nullable String> a -> {a: LIST<String?>}
      @Nullable List<String> a -> {a: LIST<String>?}
      List<Set<@Nullable Long>> a -> {a: LIST<SET<Long?>>}
      @Nullable List<@Nullable Set<@Nullable Long>> a -> {a: LIST<SET<Long?>?>?}
      Map<String, @Nullable String> a -> {a: MAP<String?>}
      Map<@Nullable String, String> a -> {a: MAP<String>}
      Map<String, List<@Nullable String>> a -> {a: MAP<LIST<String?>>}
      Optional<@Nullable String> a -> {a: OPTIONAL<String?>}
      @Nullable String[] a -> {a: ARRAY<String?>}
      String @Nullable [] a -> {a: ARRAY<String>?}
      String[] @Nullable [] a -> {a: ARRAY<ARRAY<String>?>}
      @Nullable String[][] a -> {a: ARRAY<ARRAY<String?>>}
      int @Nullable [] a -> {a: ARRAY<int>?}
      List<String @Nullable []> a -> {a: LIST<ARRAY<String>?>}
      List<@Nullable Integer>[] a -> {a: ARRAY<LIST<Integer?>>}
      List<? extends @Nullable String> a -> {a: LIST<String?>}
      List<? extends Set<@Nullable String>> a -> {a: LIST<SET<String?>>}
      @Nullable Part a -> {a: {size: Integer?}?}
      Parts.@Nullable Part a -> {a: {size: Integer?}?}
      Pair<@Nullable String, Long> a -> {a: {left: String?, right: Long}}
      Pair<String, List<@Nullable Long>> a -> {a: {left: String, right: LIST<Long?>}}
      Pair<String, ? extends @Nullable Long> a -> {a: {left: String, right: Long?}}
      Maybe<String> a -> {a: {value: String?, all: LIST<String>}}
      Maybe<@Nullable Long> a -> {a: {value: Long?, all: LIST<Long?>}}
      Maybe<List<@Nullable Long>> a -> {a: {value: LIST<Long?>?, all: LIST<LIST<Long?>>}}
      Chosen a -> {a: {a: String?}}
      Holder.Inner a -> {a: bean{size: Integer?, names: LIST<String?>}}
      Holder.@Nullable Inner a -> {a: bean{size: Integer?, names: LIST<String?>}?}
      List<Holder.@Nullable Inner> a -> {a: LIST<bean{size: Integer?, names: LIST<String?>}?>}
      Derived<Long> a -> {a: bean{first: LIST<Long?>?, second: LIST<Long?>}}
      Names a -> {a: ITERABLE<String?>}
      Lookup<@Nullable Long> a -> {a: MAP<LIST<Long?>>}
      """;

  private static final String ONE_PROMPT =
      "public interface Prompts { @UserMessage(\"Go\") lib.Answer prompt(); }\n";

  @TempDir Path root;
  private SeparateBuilds builds;

  @BeforeEach
  void prepare() {
    builds = new SeparateBuilds(root);
  }

  @Test
  void everyPartOfATypeKeepsItsNullness() {
    List<String> components = TABLE.lines().map(line -> line.split(" -> ")[0]).toList();
    StringBuilder prompts = new StringBuilder("public interface Prompts {\n");
    List<Source> library = new ArrayList<>(List.of(PARTS));
    for (int i = 0; i < components.size(); i++) {
      library.add(answer("Answer" + i, components.get(i), JSPECIFY));
      prompts.append("  @UserMessage(\"Go\") lib.Answer" + i + " prompt" + i + "();\n");
    }
    Source main = prompts(prompts + "}\n");
    Source[] all = library.toArray(new Source[0]);

    assertThat(table(components, together(main, all))).as("in one compilation").isEqualTo(TABLE);
    assertThat(table(components, separately(main, all))).as("separately").isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNTIME", "CLASS"})
  void anybodysNullableCounts(String retention) {
    Source nullable =
        new Source(
            "home/Notes.java",
            """
            package home;

            import java.lang.annotation.*;

            public interface Notes {
              @Target(ElementType.TYPE_USE)
              @Retention(RetentionPolicy.%s)
              @interface Nullable {}
            }
            """
                .formatted(retention));
    Source answer = answer("Answer", "@Nullable String a, String b", "home.Notes.Nullable");
    Source main = prompts(ONE_PROMPT);
    Source[] library = {nullable, PARTS, answer};

    assertThat(together(main, library)).containsEntry("prompt", "{a: String?, b: String}");
    assertThat(separately(main, library)).containsEntry("prompt", "{a: String?, b: String}");
  }

  @Test
  void inheritedPromptsKeepTheNullnessOfParametersAndAnswers() {
    Source base =
        new Source(
            "lib/Base.java",
            """
            package lib;

            import io.typedprompt.annotations.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            public interface Base<T> {
              @UserMessage("{{a}}")
              T parameters(@Nullable T a, List<@Nullable String> b, int c, String @Nullable [] d);

              @UserMessage("{{a}}")
              @Nullable T result(T a);

              @UserMessage("Go")
              List<@Nullable T> list();
            }
            """);
    Source main =
        prompts("public interface Prompts extends lib.Base<Parts.Pair<@Nullable Long, String>> {}");
    Map<String, String> together = together(main, PARTS, base);

    String pair = "{left: Long?, right: String}";
    assertThat(together)
        .containsEntry("list", "LIST<" + pair + "?>")
        .containsEntry("result", "(a: " + pair + ") " + pair + "?")
        .containsEntry(
            "parameters",
            "(a: " + pair + "?, b: LIST<String?>, c: int, d: ARRAY<String>?) " + pair);
    assertThat(separately(main, PARTS, base)).isEqualTo(together);
  }

  @Test
  void generatesTheSameClass() throws IOException {
    Source answer =
        answer(
            "Answer",
            "@Nullable String a, List<@Nullable Priority> b, Pair<@Nullable Long, Part> c",
            JSPECIFY);
    Source priority =
        new Source("lib/Priority.java", "package lib; public enum Priority { LOW, HIGH }");
    Source main =
        prompts(
            """
            public interface Prompts {
              @UserMessage("Go")
              lib.Answer answer();
            }
            """);
    Source[] library = {PARTS, answer, priority};
    Source[] all = {main, PARTS, answer, priority};
    Path together = builds.process("together", new PromptProcessor(), classPathOf(), all);
    Path classes = builds.compile("library", classPathOf(), library);
    Path separately =
        builds.process("separately", new PromptProcessor(), classPathOf(jar(classes)), main);

    assertThat(separately.resolve("app/PromptsImpl.java"))
        .hasSameTextualContentAs(together.resolve("app/PromptsImpl.java"))
        .content()
        .contains("\\\"null\\\"");
  }

  @Test
  void generatesTheSameTools() throws IOException {
    Source tools =
        new Source(
            "lib/Tools.java",
            """
            package lib;

            import io.typedprompt.annotations.Alias;
            import io.typedprompt.annotations.Description;
            import io.typedprompt.annotations.Tool;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            public class Tools {
              @Tool
              @Description("Second in the alphabet.")
              public String b(
                  @Description("what it is") @Nullable String value, List<@Nullable Integer> all) {
                return "";
              }

              @Tool(name = "first", strict = false)
              public List<Integer> a(@Alias("n") int number) {
                return List.of(number);
              }
            }
            """);
    Source main =
        new Source(
            "app/Prompts.java",
            """
            package app;

            import io.typedprompt.annotations.OpenRouterPrompt;
            import io.typedprompt.annotations.UserMessage;

            @OpenRouterPrompt(tools = lib.Tools.class)
            public interface Prompts {
              @UserMessage("Go")
              String answer();
            }
            """);
    Path together = builds.process("together", new PromptProcessor(), classPathOf(), main, tools);
    List<String> withNames = new ArrayList<>(classPathOf());
    withNames.add("-parameters");
    Path classes = builds.compile("library", withNames, tools);
    Path separately =
        builds.process("separately", new PromptProcessor(), classPathOf(jar(classes)), main);

    assertThat(separately.resolve("app/PromptsImpl.java"))
        .hasSameTextualContentAs(together.resolve("app/PromptsImpl.java"))
        .content()
        .contains("[\\\"string\\\",\\\"null\\\"]");
  }

  @Test
  void findsTheClassFilesOfModules() {
    String annotations = "requires static org.jspecify; requires io.typedprompt.annotations;";
    Source libraryModule =
        new Source("module-info.java", "module lib { exports lib; requires static org.jspecify; }");
    Source appModule =
        new Source("module-info.java", "module app { requires lib; " + annotations + " }");
    Source answer = answer("Answer", "@Nullable String a, String b", JSPECIFY);
    Source main = prompts(ONE_PROMPT);
    String path = SeparateBuilds.classPath();
    Path classes =
        builds.compile("lib", List.of("--module-path", path), libraryModule, PARTS, answer);
    ShapeProbe probe = new ShapeProbe();
    builds.process(
        "app", probe, List.of("--module-path", SeparateBuilds.classPath(classes)), appModule, main);

    assertThat(probe.prompts()).containsEntry("prompt", "{a: String?, b: String}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 100})
  void aClassFileThatCannotBeReadSaysNothing(int length) {
    Path classes =
        builds.compile(
            "library", classPathOf(), answer("Answer", "@Nullable String a", JSPECIFY), PARTS);
    ShapeProbe probe = new ShapeProbe();
    builds.cutClassFiles(length);
    builds.process("app", probe, classPathOf(classes), prompts(ONE_PROMPT));

    boolean compilerTells = Runtime.version().feature() >= 22;
    assertThat(probe.prompts())
        .containsEntry("prompt", compilerTells ? "{a: String?}" : "{a: String}");
  }

  private Map<String, String> together(Source main, Source... library) {
    Source[] all = Stream.concat(Stream.of(main), Stream.of(library)).toArray(Source[]::new);
    ShapeProbe probe = new ShapeProbe();
    builds.process("together", probe, classPathOf(), all);
    return probe.prompts();
  }

  private Map<String, String> separately(Source main, Source... library) {
    List<String> options = new ArrayList<>(classPathOf());
    options.add("-parameters");
    Path classes = builds.compile("library", options, library);
    ShapeProbe probe = new ShapeProbe();
    builds.process("separately", probe, classPathOf(classes), main);
    return probe.prompts();
  }

  private static String table(List<String> components, Map<String, String> prompts) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < components.size(); i++) {
      table.append(components.get(i) + " -> " + prompts.get("prompt" + i) + "\n");
    }
    return table.toString();
  }

  private static List<String> classPathOf(Path... more) {
    return List.of("-classpath", SeparateBuilds.classPath(more));
  }

  private static Source answer(String name, String components, String nullable) {
    return new Source(
        "lib/" + name + ".java",
        "package lib;\nimport java.util.*;\nimport lib.Parts.*;\nimport "
            + nullable
            + ";\npublic record "
            + name
            + "("
            + components
            + ") {}\n");
  }

  private static Source prompts(String text) {
    return new Source(
        "app/Prompts.java",
        "package app;\nimport io.typedprompt.annotations.*;\nimport lib.Parts;\n"
            + "import org.jspecify.annotations.Nullable;\n@OpenRouterPrompt\n"
            + text);
  }

  /** Puts compiled classes into a jar beside their folder. */
  private static Path jar(Path classes) throws IOException {
    Path jar = classes.resolveSibling("library.jar");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
