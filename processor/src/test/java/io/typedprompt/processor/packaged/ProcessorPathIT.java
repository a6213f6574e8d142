package io.typedprompt.processor.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar does its work alone, and beside processors that change or generate classes. */
class ProcessorPathIT {
  private static final Map<String, String> SHOP =
      Map.of(
          "shop/Customer.java",
          """
          package shop;

          @lombok.Value
          public class Customer {
            String name;
            boolean vip;
          }
          """,
          "shop/Order.java",
          """
          package shop;

          import java.util.List;

          @lombok.Data
          public class Order {
            private String number;
            private Customer customer;
            private List<Item> items;

            @lombok.Getter
            @lombok.Setter
            @lombok.ToString
            public static class Item {
              private String title;
            }
          }
          """,
          "shop/Rush.java",
          """
          package shop;

          public class Rush extends Order {
            @lombok.Getter private int days;

            public boolean isLate() {
              return days > 3;
            }
          }
          """,
          "shop/Desk.java",
          """
          package shop;

          public record Desk(PromptsImpl prompts) {}
          """,
          "shop/Summary.java",
          """
          package shop;

          public record Summary(String number) {}
          """,
          "shop/Summaries.java",
          """
          package shop;

          @org.mapstruct.Mapper
          public interface Summaries {
            Summary of(Order order);
          }
          """);

  @TempDir Path root;

  @Test
  void worksAlone() throws Exception {
    Javac.Outcome outcome =
        new Javac(root)
            .compile(
                List.of(ProcessorJar.path()),
                Map.of(
                    "app/Prompts.java",
                    """
                    package app;

                    import io.typedprompt.annotations.*;
                    import java.util.List;
                    import org.jspecify.annotations.Nullable;

                    @OpenRouterPrompt(models = "openai/gpt-4o-mini", temperature = 0.2)
                    public interface Prompts {
                      record Verdict(@Nullable String reason, List<Integer> scores) {}

                      @UserMessage("Judge {{essay}}")
                      @Example(user = "Nothing", assistant = "{\\"reason\\": null, \\"scores\\": [0]}")
                      Verdict judge(String essay);
                    }
                    """));

    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.classes().resolve("app/PromptsImpl.class")).exists();
  }

  @Test
  void worksBesideLombokAndMapStructInAnyOrder() throws Exception {
    Set<String> generated = new HashSet<>();
    for (String order :
        List.of(
            "typedprompt lombok mapstruct binding",
            "mapstruct typedprompt binding lombok",
            "lombok mapstruct binding typedprompt")) {
      Javac.Outcome outcome = compile(root.resolve(order), order, "{{order.customer.name}}");

      assertThat(outcome.output()).as(order).isEmpty();
      assertThat(outcome.classes().resolve("shop/SummariesImpl.class")).as(order).exists();
      generated.add(Files.readString(outcome.generated().resolve("shop/PromptsImpl.java")));
    }
    assertThat(generated)
        .singleElement(STRING)
        .contains("getName()", "isVip()", "getTitle()", "getDays()", "getNumber()");
  }

  @Test
  void aMistakeIsOneMessageAlsoInALaterRound() throws Exception {
    assertThat(compile(root, "typedprompt lombok", "{{order.customer.nam}}").output())
        .isEqualTo(
            """
            shop/Prompts.java:7: error: [typedprompt/unknown-property] Customer has no property \
            'nam'. Did you mean 'name'? It has name, vip.
              @UserMessage(\"""
                           ^
                template line 2: {{order.customer.nam}}
                                                  ^^^
            1 error""");
  }

  @Test
  void withoutLombokItsClassesAreTakenAsTheyAre() throws Exception {
    Javac.Outcome outcome = compile(root, "typedprompt", "{{order.customer.name}}");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output())
        .contains("[typedprompt/unknown-property] Order has no property 'customer'.")
        .contains("[typedprompt/unknown-property] Rush has no property 'days'.");
  }

  private static Javac.Outcome compile(Path folder, String order, String line) throws Exception {
    Map<String, String> sources = new TreeMap<>(SHOP);
    sources.put(
        "shop/Prompts.java",
        """
        package shop;

        import io.typedprompt.annotations.*;

        @OpenRouterPrompt
        public interface Prompts {
          @UserMessage(\"""
              {{rush.days}} {{rush.late}} {{rush.number}}
              %s
              {{#order}}{{#customer}}{{#vip}}VIP{{/vip}}{{/customer}}{{/order}}
              {{#order.items}}{{title}} {{.}}{{/order.items}}
              \""")
          String describe(Order order, Rush rush);
        }
        """
            .formatted(line));
    List<Path> processors = Stream.of(order.split(" ")).map(ProcessorPathIT::jar).toList();
    return new Javac(folder).compile(processors, sources);
  }

  private static Path jar(String processor) {
    String prefix =
        switch (processor) {
          case "typedprompt" -> "";
          case "lombok" -> "lombok-1";
          case "mapstruct" -> "mapstruct-processor-";
          case "binding" -> "lombok-mapstruct-binding-";
          default -> throw new IllegalArgumentException(processor);
        };
    if (prefix.isEmpty()) {
      return ProcessorJar.path();
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Path.of(entry).getFileName().toString().startsWith(prefix)) {
        return Path.of(entry);
      }
    }
    throw new IllegalStateException(prefix + "*.jar is not among the tests' libraries");
  }
}
