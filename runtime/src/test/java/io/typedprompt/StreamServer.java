package io.typedprompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on bare sockets, which a test leads by the hand. One request per connection. */
final class StreamServer implements AutoCloseable {
  private final ServerSocket server;
  private final boolean begins;
  private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * @param begins whether every request is answered at once by the headers of a stream
   */
  StreamServer(boolean begins) {
    this.begins = begins;
    try {
      server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "stream-server");
    thread.setDaemon(true);
    thread.start();
  }

  OpenRouterClient.Builder clientBuilder() {
    return OpenRouterClient.builder()
        .apiKey(PromptServer.KEY)
        .baseUrl("http://127.0.0.1:" + server.getLocalPort() + "/api/v1");
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Connection connection = new Connection(socket);
        connection.readRequest();
        if (begins) {
          connection.begin();
        }
        connections.add(connection);
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  /** The next connection on which a whole request came. */
  Connection next() throws InterruptedException {
    Connection connection = connections.poll(10, TimeUnit.SECONDS);
    if (connection == null) {
      throw new AssertionError("no request came");
    }
    return connection;
  }

  boolean hasNext() {
    return !connections.isEmpty();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One request, and what the server does about it. */
  static final class Connection {
    private final Socket socket;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
    }

    private void readRequest() throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      int length = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      in.skip(length);
    }

    void begin() throws IOException {
      sendRaw(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");
    }

    /** Sends a piece of the body. */
    void send(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      socket
          .getOutputStream()
          .write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      sendRaw("\r\n");
    }

    void sendRaw(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /** Ends the body as it should be. */
    void end() throws IOException {
      sendRaw("0\r\n\r\n");
    }

    /** Ends a body that has no other end. */
    void closeOutput() throws IOException {
      socket.shutdownOutput();
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Waits until the client has closed its side; fails if it does not do so soon. */
    void awaitClose() throws IOException {
      socket.setSoTimeout(5000);
      try {
        while (socket.getInputStream().read() >= 0) {
          // Nothing should come, but it would not matter.
        }
      } catch (SocketTimeoutException e) {
        throw new AssertionError("the connection is still open", e);
      } catch (IOException e) {
        // A reset is an end, too.
      }
    }
  }
}
