package io.typedprompt.processor.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;

/** What a build made, ready to run. */
public final class BuiltClasses extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();
  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, byte[]> resources;

  BuiltClasses(Iterable<JavaFileObject> files, Map<String, byte[]> resources) {
    super(BuiltClasses.class.getClassLoader());
    this.resources = resources;
    for (JavaFileObject file : files) {
      // Such as /SOURCE_OUTPUT/com/example/AskImpl.java
      String path = file.getName().replaceFirst("^/[A-Z]+_OUTPUT/", "");
      String name = path.replaceFirst("\\.[a-z]+$", "").replace('/', '.');
      if (file.getKind() == Kind.CLASS) {
        classes.put(name, bytes(file));
      } else if (file.getKind() == Kind.SOURCE) {
        sources.put(name, UserBuild.text(file));
      }
    }
  }

  /** The generated source files by the names of their classes. */
  public Map<String, String> generatedSources() {
    return sources;
  }

  /** A class. */
  public Class<?> load(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = resources.get(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
