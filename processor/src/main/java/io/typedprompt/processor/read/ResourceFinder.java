package io.typedprompt.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** Finds prompt files where the build tools put them, and reads them. */
final class ResourceFinder {
  private static final List<Location> LOCATIONS =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH, StandardLocation.SOURCE_PATH);

  private final Filer filer;
  private final List<Path> folders;

  /**
   * @param folders where to look first
   */
  ResourceFinder(Filer filer, List<Path> folders) {
    this.filer = filer;
    this.folders = folders;
  }

  /** What came of looking for a file. */
  sealed interface Result {}

  /**
   * The text of a file, without a byte order mark and with {@code \n} as line end.
   *
   * @param text the text
   * @param sha256 the digest of the text in UTF-8, in hexadecimal
   */
  record Found(String text, String sha256) implements Result {}

  /** No such file. */
  record Missing() implements Result {}

  /**
   * A name or file that cannot be used.
   *
   * @param reason why, as the rest of a sentence
   */
  record Invalid(String reason) implements Result {}

  /** Looks for a file by its name from the root of the class path. */
  Result find(String name) {
    Optional<String> flaw = flaw(name);
    if (flaw.isPresent()) {
      return new Invalid(flaw.get());
    }
    try {
      Optional<byte[]> bytes = read(name);
      return bytes.isEmpty() ? new Missing() : decode(bytes.get());
    } catch (IOException e) {
      return new Invalid("reading it failed with " + e);
    }
  }

  private static Optional<String> flaw(String name) {
    if (name.isBlank()) {
      return Optional.of("its name is blank; write one, such as 'prompts/haiku.mustache'");
    }
    if (name.startsWith("/")) {
      return Optional.of(
          "names are counted from the root anyway; write it without the first slash");
    }
    if (name.contains("\\")) {
      return Optional.of(
          "folders are separated by '/' on every system; write '" + name.replace('\\', '/') + "'");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return Optional.of(
            "its name has an empty part, '.' or '..'; write the way from the root of the class path");
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> read(String name) throws IOException {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return Optional.of(Files.readAllBytes(file));
      }
    }
    for (Location location : LOCATIONS) {
      try (InputStream in = filer.getResource(location, "", name).openInputStream()) {
        return Optional.of(in.readAllBytes());
      } catch (IOException | RuntimeException e) {
        // Not there; or, as file managers say it in many ways, no such location in this
        // compilation. The next one may have it.
      }
    }
    Optional<Path> file = besideGradleOutput(name).filter(Files::isRegularFile);
    return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
  }

  /**
   * Gradle compiles into {@code build/classes/java/main} before it copies {@code
   * src/main/resources} to another folder, and gives javac neither.
   */
  private Optional<Path> besideGradleOutput(String name) {
    try {
      Path here = Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).toUri());
      for (Path set = here.getParent(); set != null; set = set.getParent()) {
        Path classes = set.resolve("../..").normalize();
        if (classes.endsWith(Path.of("build", "classes"))) {
          Path sources = classes.resolve("../../src").normalize();
          return Optional.of(sources.resolve(set.getFileName()).resolve("resources").resolve(name));
        }
      }
    } catch (IOException | RuntimeException e) {
      // An output that is not a folder: not Gradle.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Result decode(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString()
              .replace("\r\n", "\n");
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Found(text, sha256(text));
    } catch (CharacterCodingException e) {
      return new Invalid("it is not text in UTF-8");
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
