package io.typedprompt.processor.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template with values, and the text that becomes of it. Everything is Java source, as a user
 * would write it.
 *
 * <p>Several are compiled at once, each in a package of its own.
 */
public final class Rendering {
  final String name;
  final String template;
  final String expected;
  final List<String> parameters = new ArrayList<>();
  final List<String> arguments = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  final Map<String, String> partials = new LinkedHashMap<>();

  boolean fails;

  private Rendering(String name, String template, String expected) {
    this.name = name;
    this.template = template;
    this.expected = expected;
  }

  /** A template and what it becomes. */
  public static Rendering of(String name, String template, String expected) {
    return new Rendering(name, template, expected);
  }

  /** A template and values of which one is null, with the message that says which. */
  public static Rendering failing(String name, String template, String message) {
    Rendering rendering = new Rendering(name, template, message);
    rendering.fails = true;
    return rendering;
  }

  /** Adds a parameter, such as {@code "int count"}, and its argument, such as {@code "3"}. */
  public Rendering with(String parameter, String argument) {
    parameters.add(parameter);
    arguments.add(argument);
    return this;
  }

  /** Adds a type, such as {@code "record Ticket(String title) {}"}. */
  public Rendering type(String declaration) {
    types.add(declaration);
    return this;
  }

  /**
   * Adds a partial by its name in templates; names must differ among all that are built at once.
   */
  public Rendering partial(String partial, String text) {
    partials.put(partial, text);
    return this;
  }

  /** The package of the rendering at an index. */
  static String packageName(int index) {
    return "rendering" + index;
  }

  String source(int index) {
    return """
    package %s;

    import io.typedprompt.OpenRouterClient;
    import io.typedprompt.annotations.*;
    import com.fasterxml.jackson.annotation.*;
    import java.math.*;
    import java.net.URI;
    import java.time.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    @OpenRouterPrompt
    interface Prompts {
      @UserMessage(%s)
      String render(%s);

      %s

      final class Caller {
        private Caller() {}

        public static String call(OpenRouterClient client) {
          return new PromptsImpl(client).render(%s);
        }
      }
    }
    """
        .formatted(
            packageName(index),
            literal(template),
            String.join(", ", parameters),
            String.join("\n\n", types),
            String.join(", ", arguments));
  }

  /** The text as a Java literal. */
  public static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        case '"', '\\' -> literal.append('\\').append(c);
        default -> literal.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return literal.append('"').toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
