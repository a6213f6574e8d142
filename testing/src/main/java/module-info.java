/** An embedded OpenRouter-compatible server for tests and offline runs. */
module io.typedprompt.testing {
  requires transitive tools.jackson.databind;
  requires tools.jackson.core;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.util;
  requires static transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.typedprompt.testing;
}
