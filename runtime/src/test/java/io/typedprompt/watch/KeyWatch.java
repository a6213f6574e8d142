package io.typedprompt.watch;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails every test of the suite in which an API key was logged or printed. */
public final class KeyWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  /** How all keys begin, those of the suite included, and how they are sent. */
  private static final String[] KEYS = {"sk-or-", "Bearer "};

  @Override
  public void beforeAll(ExtensionContext context) {
    Said.listen();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check(Said.take());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check(Said.take());
  }

  private static void check(String said) {
    for (String key : KEYS) {
      int at = said.indexOf(key);
      if (at >= 0) {
        throw new AssertionError(
            "an API key was logged or printed: ..."
                + said.substring(Math.max(0, at - 300), Math.min(said.length(), at + 100)));
      }
    }
  }
}
