package io.typedprompt.watch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that was logged, at every level, or printed. */
public final class Said {
  private static final StringBuilder TEXT = new StringBuilder();

  /** A weak reference alone would let the level be forgotten. */
  private static final Logger OKHTTP = Logger.getLogger("okhttp3");

  private static boolean listening;

  private Said() {}

  /** Hears from now on what is printed, and what is logged to the JDK's loggers. */
  static synchronized void listen() {
    if (listening) {
      return;
    }
    listening = true;
    System.setOut(heard(System.out));
    System.setErr(heard(System.err));
    OKHTTP.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(new Ear());
  }

  private static PrintStream heard(PrintStream original) {
    OutputStream both =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            original.write(bytes, offset, length);
          }

          @Override
          public void flush() {
            original.flush();
          }
        };
    return new PrintStream(both, true, StandardCharsets.UTF_8);
  }

  static void add(String text) {
    synchronized (TEXT) {
      TEXT.append(text);
    }
  }

  /** What was said since the last time. */
  public static String take() {
    synchronized (TEXT) {
      String text = TEXT.toString();
      TEXT.setLength(0);
      return text;
    }
  }

  private static final class Ear extends Handler {
    Ear() {
      setFormatter(new SimpleFormatter());
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      add(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
