package io.typedprompt.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
  @TempDir Path folder;

  private static String sha256(String text) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  /** A class like a user's: of another loader, whose class path has the folder. */
  private Class<?> generated() throws Exception {
    String name = "/" + Holder.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve(name.substring(1));
    Files.createDirectories(copy.getParent());
    try (InputStream in = Holder.class.getResourceAsStream(name)) {
      Files.write(copy, in.readAllBytes());
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    return loader.loadClass(Holder.class.getName());
  }

  /** Stands for a generated class. */
  static final class Holder {
    private Holder() {}
  }

  @Test
  void aResourceWithTheHashIsCurrent() throws Exception {
    Files.writeString(folder.resolve("haiku.mustache"), "Write\na haiku é\n");
    assertThat(Resources.isCurrent(generated(), "haiku.mustache", sha256("Write\na haiku é\n")))
        .isTrue();
    assertThat(
            Resources.isCurrent(
                generated(), "haiku.mustache", sha256("Write\na haiku é\n").toUpperCase()))
        .isTrue();
  }

  @Test
  void lineEndsAndAByteOrderMarkDoNotMatter() throws Exception {
    Files.createDirectories(folder.resolve("prompts"));
    Files.writeString(folder.resolve("prompts/a.mustache"), "\uFEFFone\r\ntwo\rthree\r\n");
    assertThat(Resources.isCurrent(generated(), "prompts/a.mustache", sha256("one\ntwo\rthree\n")))
        .isTrue();
    Files.writeString(folder.resolve("cr.txt"), "x\r");
    assertThat(Resources.isCurrent(generated(), "cr.txt", sha256("x\r"))).isTrue();
  }

  @Test
  void aMissingResourceIsFine() throws Exception {
    assertThat(Resources.isCurrent(generated(), "missing.mustache", "00")).isTrue();
  }

  @Test
  void aChangedResourceAsksForACompilation() throws Exception {
    Files.writeString(folder.resolve("haiku.mustache"), "new");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Resources.isCurrent(generated(), "haiku.mustache", sha256("old")))
        .withMessage(
            "haiku.mustache has changed since io.typedprompt.codegen.ResourcesTest$Holder was"
                + " compiled, which still contains the old text: recompile it");
  }
}
