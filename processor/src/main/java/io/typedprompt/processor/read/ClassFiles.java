package io.typedprompt.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** Finds and reads the class files of types that an earlier compilation compiled. */
final class ClassFiles {
  private final Filer filer;
  private final Elements elements;
  private final Sources sources;
  private final Map<String, NullablePaths> read = new HashMap<>();

  ClassFiles(Filer filer, Elements elements, Sources sources) {
    this.filer = filer;
    this.elements = elements;
    this.sources = sources;
  }

  /**
   * What the class file of a type says: nothing if the type is compiled now, if it is the
   * platform's (which has no such annotations), or if its class file cannot be read.
   */
  NullablePaths nullablePaths(TypeElement type) {
    if (sources.contain(type) || type.getQualifiedName().toString().startsWith("java.")) {
      return NullablePaths.NONE;
    }
    String name = elements.getBinaryName(type).toString();
    return read.computeIfAbsent(
        name, n -> find(type, n).map(ClassFiles::parse).orElse(NullablePaths.NONE));
  }

  private Optional<byte[]> find(TypeElement type, String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
    String file = binaryName.substring(dot + 1) + ".class";
    ModuleElement module = elements.getModuleOf(type);
    if (module != null && !module.isUnnamed()) {
      Optional<byte[]> found =
          read(StandardLocation.MODULE_PATH, module.getQualifiedName() + "/" + packageName, file);
      if (found.isPresent()) {
        return found;
      }
    }
    return read(StandardLocation.CLASS_PATH, packageName, file)
        .or(() -> read(StandardLocation.CLASS_OUTPUT, packageName, file));
  }

  private Optional<byte[]> read(Location location, String packageName, String file) {
    try (InputStream in = filer.getResource(location, packageName, file).openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      // Not there; or, as file managers say it in many ways, no such location in this compilation.
      return Optional.empty();
    }
  }

  private static NullablePaths parse(byte[] classFile) {
    try {
      return NullablePaths.of(classFile);
    } catch (RuntimeException e) {
      // Damaged, or of a later Java: compilers of those show the annotations without our help.
      return NullablePaths.NONE;
    }
  }
}
