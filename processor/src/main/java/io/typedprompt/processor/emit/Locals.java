package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables that can be seen in a block of Java, and what some of them hold. */
final class Locals {
  private final NameAllocator names;
  private final Map<String, String> holders;

  private Locals(NameAllocator names, Map<String, String> holders) {
    this.names = names;
    this.holders = holders;
  }

  /** The locals of a method with these parameters. */
  static Locals of(Collection<String> parameters) {
    Locals locals = new Locals(new NameAllocator(), new HashMap<>());
    parameters.forEach(locals::take);
    return locals;
  }

  /** Those of a block inside this one: it sees these, but they never see its own. */
  Locals inner() {
    return new Locals(names.clone(), new HashMap<>(holders));
  }

  /** A name that is not in use, as close to the hint as can be. */
  String name(String hint) {
    return take(NameAllocator.toJavaIdentifier(hint));
  }

  /** Without a tag the allocator would make a random one, which takes longer than all else. */
  private String take(String hint) {
    return names.newName(hint, new Object());
  }

  /** A name for a variable that holds the value of an expression. */
  String nameOf(CodeBlock expression, String hint) {
    String name = name(hint);
    holders.put(text(expression), name);
    return name;
  }

  /** The variable that holds the value of an expression. */
  Optional<String> holderOf(CodeBlock expression) {
    return Optional.ofNullable(holders.get(text(expression)));
  }

  /** A block that may be broken into lines holds its end back until one ends. */
  private static String text(CodeBlock expression) {
    return CodeBlock.of("$L\n", expression).toString();
  }
}
