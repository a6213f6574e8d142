package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the bytes themselves: clients hide how a connection ends. */
@ExtendWith(OpenRouterServerExtension.class)
class BrokenConnectionTest {

  private record Received(String text, boolean reset) {
    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
  }

  @Test
  void aDisconnectIsNoResponseAtAll(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.disconnect());

    Received received = exchange(server, "");

    assertThat(received.text()).isEmpty();
    assertThat(received.reset()).isFalse();
  }

  @Test
  void aBrokenBodyIsShorterThanItSays(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.raw(200, "0123456789").breakOffAt(0.6));

    Received received = exchange(server, "");

    assertThat(received.text()).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-Length: 10");
    assertThat(received.body()).isEqualTo("012345");
    assertThat(received.reset()).isFalse();
  }

  @Test
  void aCutBodyLooksWhole(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.raw(200, "0123456789").cutAt(0.6));

    Http.Reply reply = new Http(server).chat(Http.ask("openai/gpt-4o", "x"));

    assertThat(reply.text()).isEqualTo("012345");
    assertThat(reply.header("Content-Length")).isEqualTo("6");
  }

  @Test
  void aBodyInChunksHasNoLength(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.raw(200, "0123456789").chunked().cutAt(0.6));

    Http.Reply reply = new Http(server).chat(Http.ask("openai/gpt-4o", "x"));

    assertThat(reply.text()).isEqualTo("012345");
    assertThat(reply.header("Transfer-Encoding")).isEqualTo("chunked");
  }

  @Test
  void aBrokenStreamHasNoLastChunk(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("one two three four five").breakOffAt(0.6));

    Received received = exchange(server, ",\"stream\":true");

    assertThat(received.body()).contains("\"content\":\"one \"").doesNotContain("[DONE]");
    assertThat(received.body()).doesNotEndWith("0\r\n\r\n");
    assertThat(received.reset()).isFalse();
  }

  @Test
  void aCutStreamEndsAsHttpDoes(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("one two three four five").cutAt(0.6));

    Http.Reply reply = new Http(server).chat(Http.ask("openai/gpt-4o", "x", "\"stream\":true"));

    assertThat(reply.text()).contains("\"content\":\"one \"").doesNotContain("[DONE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"stream\":true"})
  void aResetIsAReset(String option, OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("one two three four five").resetAt(0.6));

    assertThat(exchange(server, option).reset()).isTrue();
  }

  @Test
  void theServerGoesOnAfterwards(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    for (int i = 0; i < 20; i++) {
      server.enqueue(Answer.disconnect(), Answer.text("fine"));
      exchange(server, "");
      assertThat(http.chat(Http.ask("openai/gpt-4o", "x")).content()).isEqualTo("fine");
    }
  }

  @Test
  void closingTheServerBreaksOffWhatIsHeld() throws Exception {
    OpenRouterServer server = OpenRouterServer.start();
    server.enqueue(Answer.text("never").holdUntil(new CompletableFuture<>()));
    var held = new Http(server).chatLater(Http.ask("openai/gpt-4o", "x"));
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    server.close();

    assertThat(held).failsWithin(Duration.ofSeconds(20));
  }

  private static Received exchange(OpenRouterServer server, String option) throws IOException {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]" + option + "}";
    String request =
        """
        POST /api/v1/chat/completions HTTP/1.1
        Host: 127.0.0.1
        Authorization: Bearer x
        Content-Type: application/json
        Content-Length: %d

        """
                .formatted(body.length())
                .replace("\n", "\r\n")
            + body;
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return readToEnd(socket.getInputStream());
    }
  }

  private static Received readToEnd(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean reset = false;
    try {
      in.transferTo(bytes);
    } catch (SocketException e) {
      reset = true;
    }
    return new Received(bytes.toString(StandardCharsets.UTF_8), reset);
  }
}
