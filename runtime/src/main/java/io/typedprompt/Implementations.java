package io.typedprompt;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Finds the class that the processor generated for an interface. */
final class Implementations {
  private Implementations() {}

  static <T> T create(Class<T> type, OpenRouterClient client) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(
          type.getName() + " is not an interface annotated with @OpenRouterPrompt.");
    }
    String name = generatedName(type);
    Class<?> generated = load(type, name);
    if (!type.isAssignableFrom(generated)) {
      throw new IllegalArgumentException(
          name + " does not implement " + type.getName() + ": it is not the generated class.");
    }
    return type.cast(instance(generated, client));
  }

  /** {@code com.acme.Outer_InnerImpl} for the interface {@code com.acme.Outer.Inner}. */
  static String generatedName(Class<?> type) {
    StringBuilder name = new StringBuilder(type.getSimpleName()).append("Impl");
    Class<?> outer = type.getEnclosingClass();
    while (outer != null) {
      name.insert(0, '_').insert(0, outer.getSimpleName());
      outer = outer.getEnclosingClass();
    }
    return type.getPackageName().isEmpty() ? name.toString() : type.getPackageName() + "." + name;
  }

  private static Class<?> load(Class<?> type, String name) {
    try {
      return Class.forName(name, true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no generated class "
              + name
              + ". Did typedprompt-processor run when "
              + type.getName()
              + " was compiled (it belongs on the annotation processor path), and is the interface"
              + " annotated with @OpenRouterPrompt? If it has a className, call that class's"
              + " constructor.",
          e);
    }
  }

  private static Object instance(Class<?> generated, OpenRouterClient client) {
    Constructor<?> constructor;
    try {
      constructor = generated.getDeclaredConstructor(OpenRouterClient.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(otherConstructor(generated), e);
    }
    try {
      // A class that is not public is no obstacle, as long as its module opens it.
      constructor.trySetAccessible();
      return constructor.newInstance(client);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(notAccessible(generated), e);
    } catch (InvocationTargetException | InstantiationException e) {
      throw new IllegalArgumentException(
          generated.getName() + " could not be created: " + e.getCause(), e);
    }
  }

  private static String otherConstructor(Class<?> generated) {
    for (Constructor<?> constructor : generated.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length > 1 && parameters[0] == OpenRouterClient.class) {
        StringBuilder text = new StringBuilder(generated.getName());
        text.append(" needs what its tools are called on: call new ");
        text.append(generated.getSimpleName()).append("(client");
        for (int i = 1; i < parameters.length; i++) {
          text.append(", ").append(parameters[i].getSimpleName());
        }
        return text.append(").").toString();
      }
    }
    return generated.getName()
        + " has no constructor that takes only an OpenRouterClient: it is not the generated class.";
  }

  private static String notAccessible(Class<?> generated) {
    boolean isPublic = Modifier.isPublic(generated.getModifiers());
    return generated.getName()
        + " is there, but not accessible: its "
        + generated.getModule()
        + (isPublic ? " does not export " : " does not open ")
        + generated.getPackageName()
        + " to the module io.typedprompt. Do so, or call new "
        + generated.getSimpleName()
        + "(client) in that package.";
  }
}
