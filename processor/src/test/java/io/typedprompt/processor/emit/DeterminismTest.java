package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.harness.UserBuild;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes, wherever and in whatever order it is compiled. */
final class DeterminismTest {
  private static final List<String> SOURCES =
      List.of(
          """
          package com.example;

          import io.typedprompt.annotations.*;
          import java.util.*;

          @OpenRouterPrompt(
              temperature = 0.5, seed = 1234567, stop = {"İ", "i"}, tools = Items.class)
          public interface InfoPrompts {
            @SystemMessage("Schön – 你好 😀")
            @UserMessage("{{#info}}{{title}}: {{items}}{{/info}} {{info}} {{input}}")
            Result info(Info info, Map<String, Integer> input);

            @UserMessage(resource = "prompts/i.mustache")
            List<Kind> kinds(Info info);
          }
          """,
          """
          package com.example;

          import io.typedprompt.annotations.*;
          import java.util.*;

          public interface Items {
            @Tool
            @Description("Größe 😀")
            Item item(int id, Optional<Kind> kind);

            @Tool
            Map<Kind, Integer> in(String title);
          }
          """,
          """
          package com.example;

          import java.util.*;

          public record Info(String title, Set<Kind> items, Optional<Info> inner) {}
          """,
          """
          package com.example;

          import io.typedprompt.annotations.*;

          public enum Kind { @Description("für alle") INITIAL, FINAL }
          """,
          """
          package com.example;

          import java.util.*;

          public record Result(int id, List<Kind> kinds, Optional<Item> item) {}
          """,
          "package com.example;\n\npublic record Item(String İd, double price) {}\n",
          """
          package com.example;

          import io.typedprompt.annotations.*;

          @OpenRouterPrompt
          interface OtherPrompts {
            @UserMessage("{{i}}")
            boolean isIt(int i);
          }
          """);

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private Map<String, String> expected = Map.of();

  @BeforeEach
  void compileOnce() {
    expected = generate(SOURCES);
    assertThat(expected)
        .containsOnlyKeys("com/example/InfoPromptsImpl.java", "com/example/OtherPromptsImpl.java");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  private static Map<String, String> generate(List<String> sources, String... options) {
    UserBuild build =
        new UserBuild()
            .resource("prompts/i.mustache", "Grüße: {{info.title}}{{info.inner.title}}")
            .options(options);
    sources.forEach(build::source);
    UserBuild.Outcome outcome = build.compile();
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome.sources();
  }

  @Test
  void orderDoesNotMatter() {
    for (int seed = 0; seed < 3; seed++) {
      List<String> shuffled = new ArrayList<>(SOURCES);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(generate(shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void theMachineDoesNotMatter() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

    assertThat(generate(SOURCES)).isEqualTo(expected);
  }

  @Test
  void theEncodingDoesNotMatter() {
    for (String encoding : List.of("US-ASCII", "ISO-8859-1", "UTF-8")) {
      assertThat(generate(SOURCES, "-encoding", encoding)).isEqualTo(expected);
    }
  }

  @Test
  void neitherDatesNorPathsNorVersionsAreWritten() {
    assertThat(String.join("\n", expected.values()))
        .doesNotContain(System.getProperty("user.dir"))
        .doesNotContain(System.getProperty("java.io.tmpdir"))
        .doesNotContain(System.getProperty("java.version"))
        .doesNotContainPattern("20[0-9]{2}-[0-9]{2}");
  }
}
