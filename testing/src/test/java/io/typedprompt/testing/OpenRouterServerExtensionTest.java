package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

class OpenRouterServerExtensionTest {
  private static final String ASK = Http.ask("openai/gpt-4o-mini", "Rain?");
  private static final String AUTOMATIC = "Here is a short answer about Rain.";

  @Nested
  @ExtendWith(OpenRouterServerExtension.class)
  class EachTest {
    private static final Set<OpenRouterServer> SEEN = new HashSet<>();
    private final OpenRouterServer fromConstructor;

    EachTest(OpenRouterServer server) {
      fromConstructor = server;
    }

    @BeforeEach
    void enqueue(OpenRouterServer server) {
      server.enqueue(Answer.text("from before each"));
    }

    @RepeatedTest(2)
    void hasAServerOfItsOwn(OpenRouterServer server) throws Exception {
      Http http = new Http(server);

      assertThat(server).isSameAs(fromConstructor);
      assertThat(SEEN.add(server)).isTrue();
      assertThat(http.chat(ASK).content()).isEqualTo("from before each");
      assertThat(http.chat(ASK).content()).isEqualTo(AUTOMATIC);
      server.enqueue(Answer.text("left over"));
    }
  }

  @Nested
  @ExtendWith(OpenRouterServerExtension.class)
  class OneForAll {
    private static OpenRouterServer shared;

    @BeforeAll
    static void remember(OpenRouterServer server) {
      shared = server;
      server.enqueue(Answer.text("left over"));
    }

    @RepeatedTest(2)
    void isResetBeforeEach(OpenRouterServer server) throws Exception {
      assertThat(server).isSameAs(shared);
      assertThat(server.requests()).isEmpty();
      assertThat(new Http(server).chat(ASK).content()).isEqualTo(AUTOMATIC);
      server.enqueue(Answer.text("left over"));
    }
  }
}
