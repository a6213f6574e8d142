package io.typedprompt.processor.packaged;

import java.nio.file.Path;

/** The jar that is published. */
final class ProcessorJar {
  private ProcessorJar() {}

  static Path path() {
    return Path.of(System.getProperty("processor.jar"));
  }
}
