package io.typedprompt.processor.harness;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The classes and resources of a build, ready to run. */
public final class BuiltClasses extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final Map<String, String> resources;

  BuiltClasses(Map<String, byte[]> classes, Map<String, String> resources) {
    super(BuiltClasses.class.getClassLoader());
    this.classes = classes;
    this.resources = resources;
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
    String text = resources.get(name);
    return text == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
