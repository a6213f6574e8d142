package io.typedprompt;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that an object says through its public methods, and the objects that they return. */
final class Everything {
  private static final Pattern ESCAPED = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");

  private final StringBuilder text = new StringBuilder();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Everything() {}

  /** It, and what whoever reads it as JSON would see. */
  static String saidBy(Object... objects) {
    Everything everything = new Everything();
    for (Object object : objects) {
      everything.add(object);
    }
    String said = everything.text.toString();
    String decoded =
        ESCAPED
            .matcher(said)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    return said + decoded.replace("\\", "");
  }

  private void add(Object object) {
    if (object == null || !seen.add(object)) {
      return;
    }
    text.append(object).append('\n');
    if (object instanceof Throwable failure) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      text.append(trace);
    }
    if (object instanceof Iterable<?> items) {
      items.forEach(this::add);
    } else if (object instanceof Map<?, ?> map) {
      add(map.keySet());
      add(map.values());
    } else if (object instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
    } else if (object.getClass().getName().startsWith("io.typedprompt.")) {
      addParts(object);
    }
  }

  private void addParts(Object object) {
    for (Method method : object.getClass().getMethods()) {
      if (method.getParameterCount() > 0
          || Modifier.isStatic(method.getModifiers())
          || method.getReturnType() == void.class
          || method.getReturnType() == object.getClass() // What is derived from it.
          || method.getName().equals("toBuilder")
          || method.getDeclaringClass() == Object.class) {
        continue;
      }
      try {
        add(method.invoke(object));
      } catch (InvocationTargetException e) {
        add(e.getCause());
      } catch (IllegalAccessException e) {
        throw new AssertionError(method.toString(), e);
      }
    }
  }
}
