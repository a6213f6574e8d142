package io.typedprompt.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests an {@link OpenRouterServer} as a parameter of the test, of its constructor or
 * of a method that runs before or after it:
 *
 * <pre>{@code
 * @ExtendWith(OpenRouterServerExtension.class)
 * class TriageTest {
 *   @Test
 *   void triages(OpenRouterServer server) {
 *     server.enqueue(Answer.json("{\"priority\":\"HIGH\"}"));
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Each test has a server of its own, started when it is first asked for and closed after the
 * test, so tests may run at the same time. A class that asks for a server before all its tests, in
 * {@code @BeforeAll}, shares that one among them; it is {@linkplain OpenRouterServer#reset() reset}
 * before each.
 */
public final class OpenRouterServerExtension implements BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OpenRouterServerExtension.class);

  /** Used by JUnit. */
  public OpenRouterServerExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    OpenRouterServer shared =
        context
            .getParent()
            .map(parent -> store(parent).get(OpenRouterServer.class, OpenRouterServer.class))
            .orElse(null);
    if (shared != null) {
      shared.reset();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OpenRouterServer.class;
  }

  @Override
  public OpenRouterServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .computeIfAbsent(
            OpenRouterServer.class, any -> OpenRouterServer.start(), OpenRouterServer.class);
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
