package io.typedprompt.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Conversation;
import io.typedprompt.MaxPriceOptions;
import io.typedprompt.PluginOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.internal.answer.AnswerParser;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonFactory;

/** Databind costs most of a client's cold start, so the ordinary path does without. */
class WithoutDatabindTest {
  /** Runs where databind is not on the class path at all. */
  public static final class OrdinaryPath implements Supplier<String> {
    @Override
    public String get() {
      PromptOptions options =
          PromptOptions.builder()
              .models("a/b")
              .provider(
                  ProviderOptions.builder()
                      .maxPrice(MaxPriceOptions.builder().prompt(1).build())
                      .build())
              .plugins(PluginOptions.of("web", "{\"max_results\":3}"))
              .extraBody("own", Map.of("trace_id", List.of(1, true)))
              .build()
              .withDefaults(PromptOptions.builder().temperature(1).build());
      AnswerSchema schema = new AnswerSchema("T", "{}", StructuredOutput.AUTO);
      ChatRequest request =
          new ChatRequest(options, List.of(ChatMessage.user("Hi")), schema, false);
      byte[] body = RequestWriter.write(request);
      return new String(body, StandardCharsets.UTF_8)
          + RequestHeaders.of(request)
          + Conversation.fromJson("[{\"role\":\"user\",\"content\":\"a\",\"x\":1}]").toJson()
          + AnswerParser.parse(new Format(), "```json\n{\"value\":\"x\"}\n```", false, false);
    }
  }

  private static final class Format extends AnswerFormat<String> {
    private static final ObjectNames NAMES = ObjectNames.of("T").required("value");

    Format() {
      super("T", "{}");
    }

    @Override
    public @Nullable String read(AnswerReader in) {
      in.beginObject(NAMES);
      String value = null;
      while (in.nextProperty() >= 0) {
        value = in.readString();
      }
      return in.endObject() ? value : null;
    }
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** The tests are patched into the module, so that their code source is the module's. */
  private static URL testFolder() throws Exception {
    String file = WithoutDatabindTest.class.getResource("WithoutDatabindTest.class").toString();
    String name = WithoutDatabindTest.class.getName().replace('.', '/');
    return URI.create(file.substring(0, file.lastIndexOf(name))).toURL();
  }

  @Test
  void aRequestIsWrittenAndAnAnswerReadWithoutDatabind() throws Exception {
    URL[] classPath = {
      testFolder(), home(PromptOptions.class), home(StructuredOutput.class), home(JsonFactory.class)
    };
    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Supplier<?> path =
          (Supplier<?>)
              loader.loadClass(OrdinaryPath.class.getName()).getDeclaredConstructor().newInstance();
      assertThat((String) path.get())
          .startsWith("{\"model\":\"a/b\",")
          .endsWith("Fits[value=x, repairs=[CODE_FENCE]]");
    }
  }
}
