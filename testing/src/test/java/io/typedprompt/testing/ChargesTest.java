package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OpenRouterServerExtension.class)
class ChargesTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWholeAnswerIsDelivered(boolean stream, OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("one two three").tokens(10, 20));

    Http.Reply reply = new Http(server).chat(ask(stream));

    Charge charge = only(server);
    assertThat(charge.delivered()).isTrue();
    assertThat(charge.cost()).isEqualByComparingTo(server.charged()).isPositive();
    assertThat(charge.generationId()).isEqualTo(reply.header("X-Generation-Id"));
    assertThat(charge.request()).isSameAs(server.requests().get(0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPartIsChargedButNotDelivered(boolean stream, OpenRouterServer server) {
    Answer answer = Answer.text("one two three");
    for (Answer part :
        List.of(
            answer.cutAt(0.9), answer.breakOffAt(0.9), answer.resetAt(0.9), answer.resetAt(1))) {
      server.reset();
      server.enqueue(part);

      exchange(server, stream);

      assertThat(only(server).delivered()).isFalse();
      assertThat(only(server).cost()).isEqualByComparingTo(server.charged()).isPositive();
    }
  }

  @Test
  void whatNoModelSaidIsNoCharge(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.error(503, "Later."), Answer.raw(200, "x"), Answer.disconnect());
    for (int i = 0; i < 3; i++) {
      exchange(server, false);
    }

    assertThat(server.requests()).hasSize(3);
    assertThat(server.charges()).isEmpty();
    assertThat(server.charged()).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void aFailureOfTheProviderIsDeliveredForNothing(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("one two three").failAt(0.5, 502, "Gone."));

    new Http(server).chat(ask(false));

    assertThat(only(server).cost()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(only(server).delivered()).isTrue();
  }

  @Test
  @Timeout(20)
  void countsConnections(OpenRouterServer server) throws Exception {
    assertThat(server.openConnections()).isZero();
    try (Socket one = new Socket("127.0.0.1", server.port());
        Socket other = new Socket("127.0.0.1", server.port())) {
      assertThat(List.of(one, other)).allMatch(Socket::isConnected);
      awaitConnections(server, 2);
    }
    awaitConnections(server, 0);
  }

  private static void awaitConnections(OpenRouterServer server, int count) {
    while (server.openConnections() != count) {
      Thread.onSpinWait();
    }
  }

  private static String ask(boolean stream) {
    return stream
        ? Http.ask("openai/gpt-4o", "x", "\"stream\":true")
        : Http.ask("openai/gpt-4o", "x");
  }

  private static void exchange(OpenRouterServer server, boolean stream) {
    assertThat(new Http(server).chatLater(ask(stream)))
        .satisfiesAnyOf(
            call -> assertThat(call).succeedsWithin(Duration.ofSeconds(20)),
            call -> assertThat(call).failsWithin(Duration.ofSeconds(20)));
  }

  private static Charge only(OpenRouterServer server) {
    assertThat(server.charges()).hasSize(1);
    return server.charges().get(0);
  }
}
