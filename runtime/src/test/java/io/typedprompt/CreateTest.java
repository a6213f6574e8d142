package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.codegen.PromptInput;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module") // Runs on the module path.
class CreateTest {
  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void findsTheGeneratedClass() {
    server.answerText("leaves fall");

    assertThat(client.create(Haikus.class).haiku()).isEqualTo("leaves fall");
  }

  @Test
  void findsTheClassOfANestedInterface() {
    assertThat(client.create(Inner.class)).isInstanceOf(CreateTest_InnerImpl.class);
    assertThat(Implementations.generatedName(Inner.Deeper.class))
        .isEqualTo("io.typedprompt.CreateTest_Inner_DeeperImpl");
  }

  @Test
  void saysThatTheProcessorDidNotRun() {
    assertThatThrownBy(() -> client.create(Runnable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no generated class java.lang.RunnableImpl. Did typedprompt-processor run when"
                + " java.lang.Runnable was compiled (it belongs on the annotation processor path),"
                + " and is the interface annotated with @OpenRouterPrompt? If it has a className,"
                + " call that class's constructor.")
        .hasCauseInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void saysThatToolsAreMissing() {
    assertThatThrownBy(() -> client.create(WithTools.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.typedprompt.CreateTest_WithToolsImpl needs what its tools are called on: call new"
                + " CreateTest_WithToolsImpl(client, URI).");
  }

  @Test
  void refusesWhatIsNoInterface() {
    assertThatThrownBy(() -> client.create(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String is not an interface annotated with @OpenRouterPrompt.");
  }

  @Test
  void refusesAClassOfTheSameNameThatIsSomethingElse() {
    assertThatThrownBy(() -> client.create(Other.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.typedprompt.CreateTest_OtherImpl does not implement io.typedprompt.CreateTest$Other:"
                + " it is not the generated class.");
  }

  @Test
  void passesOnWhatTheConstructorThrows() {
    assertThatThrownBy(() -> client.create(Broken.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.typedprompt.CreateTest_BrokenImpl could not be created:"
                + " java.lang.IllegalStateException: not today");
  }

  @Test
  void saysWhichModuleClosesThePackage(@TempDir Path folder) throws Exception {
    Class<?> hidden = moduleWith(folder, "", "interface Hidden {}");

    assertThatThrownBy(() -> client.create(hidden))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "com.acme.HiddenImpl is there, but not accessible: its module acme does not open"
                + " com.acme to the module io.typedprompt. Do so, or call new HiddenImpl(client) in"
                + " that package.");
  }

  @Test
  void takesAPackagePrivateClassThatItsModuleOpens(@TempDir Path folder) throws Exception {
    Class<?> hidden =
        moduleWith(folder, "opens com.acme to io.typedprompt;", "interface Hidden {}");

    assertThat(client.create(hidden)).isInstanceOf(hidden);
  }

  /** A module with an interface {@code com.acme.Hidden} and its class. */
  private static Class<?> moduleWith(Path folder, String directive, String source)
      throws IOException, ClassNotFoundException {
    Path sources = Files.createDirectories(folder.resolve("src/com/acme"));
    Files.writeString(sources.resolve("Hidden.java"), "package com.acme; " + source);
    Files.writeString(
        sources.resolve("HiddenImpl.java"),
        "package com.acme; final class HiddenImpl implements Hidden {"
            + " HiddenImpl(io.typedprompt.OpenRouterClient client) {} }");
    Path info = folder.resolve("src/module-info.java");
    Files.writeString(info, "module acme { requires io.typedprompt; " + directive + " }");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    int exit =
        javac.run(
            System.out,
            System.err,
            "-d",
            classes.toString(),
            "--module-path",
            System.getProperty("jdk.module.path"),
            info.toString(),
            sources.resolve("Hidden.java").toString(),
            sources.resolve("HiddenImpl.java").toString());
    assertThat(exit).isZero();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("acme"));
    return ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), CreateTest.class.getClassLoader())
        .layer()
        .findLoader("acme")
        .loadClass("com.acme.Hidden");
  }

  /** Nested, as its class's name shows. */
  interface Inner {
    /** Nested twice. */
    interface Deeper {}
  }

  /** Its class wants more than a client. */
  interface WithTools {}

  /** Its class's name is taken by another. */
  interface Other {}

  /** Its class cannot be made. */
  interface Broken {}
}

/** What a developer writes. */
interface Haikus {
  String haiku();
}

/** What the processor generates for it. */
final class HaikusImpl implements Haikus {
  private final OpenRouterClient client;

  HaikusImpl(OpenRouterClient client) {
    this.client = client;
  }

  @Override
  public String haiku() {
    return SamplePrompts.HAIKU.value(client, new PromptInput().user("Go."));
  }
}

final class CreateTest_InnerImpl implements CreateTest.Inner {
  CreateTest_InnerImpl(OpenRouterClient client) {
    client.toString();
  }
}

final class CreateTest_WithToolsImpl implements CreateTest.WithTools {
  CreateTest_WithToolsImpl(OpenRouterClient client, URI tool) {
    client.toString();
    tool.getHost();
  }
}

final class CreateTest_OtherImpl {
  CreateTest_OtherImpl(OpenRouterClient client) {
    client.toString();
  }
}

final class CreateTest_BrokenImpl implements CreateTest.Broken {
  CreateTest_BrokenImpl(OpenRouterClient client) {
    throw new IllegalStateException("not today");
  }
}
