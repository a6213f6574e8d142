package io.typedprompt.processor.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** All processors of a build share a class path, so the jar has nothing that another may have. */
class ProcessorJarIT {

  @Test
  void everyClassIsInAPackageOfItsOwn() throws IOException {
    try (ZipFile jar = new ZipFile(ProcessorJar.path().toFile())) {
      List<String> classes =
          jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .contains("io/typedprompt/processor/PromptProcessor.class")
          .anyMatch(name -> name.startsWith("io/typedprompt/processor/asm/"))
          .anyMatch(name -> name.startsWith("io/typedprompt/processor/jackson/"))
          .anyMatch(name -> name.startsWith("io/typedprompt/processor/javapoet/"))
          .allMatch(name -> name.startsWith("io/typedprompt/processor/"));
    }
  }

  @Test
  void whatIsNotAClassIsOursOrALicense() throws IOException {
    try (ZipFile jar = new ZipFile(ProcessorJar.path().toFile())) {
      List<String> others =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.endsWith(".class") && !name.endsWith("LICENSE"))
              .toList();

      assertThat(others)
          .containsExactlyInAnyOrder(
              "META-INF/MANIFEST.MF",
              "META-INF/NOTICE",
              "META-INF/gradle/incremental.annotation.processors",
              "META-INF/services/javax.annotation.processing.Processor");
    }
  }

  @Test
  void declaresItselfToCompilersAndToGradle() throws IOException {
    try (ZipFile jar = new ZipFile(ProcessorJar.path().toFile())) {
      assertThat(text(jar, "META-INF/services/javax.annotation.processing.Processor").strip())
          .isEqualTo("io.typedprompt.processor.PromptProcessor");
      assertThat(text(jar, "META-INF/gradle/incremental.annotation.processors").strip())
          .isEqualTo("io.typedprompt.processor.PromptProcessor,isolating");
    }
  }

  @Test
  void hasAModuleNameThatStays() {
    assertThat(ModuleFinder.of(ProcessorJar.path()).findAll())
        .extracting(ModuleReference::descriptor)
        .singleElement()
        .satisfies(
            module -> {
              assertThat(module.name()).isEqualTo("io.typedprompt.processor");
              assertThat(module.isAutomatic()).isTrue();
              assertThat(module.provides())
                  .flatMap(provided -> provided.providers())
                  .containsExactly("io.typedprompt.processor.PromptProcessor");
            });
  }

  private static String text(ZipFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
