package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.typedprompt.processor.model.Rendering.Access;
import io.typedprompt.processor.model.Rendering.Call;
import io.typedprompt.processor.model.Rendering.Function;
import io.typedprompt.processor.model.Rendering.IfKey;
import io.typedprompt.processor.model.Rendering.Inverted;
import io.typedprompt.processor.model.Rendering.KeyAccess;
import io.typedprompt.processor.model.Rendering.Literal;
import io.typedprompt.processor.model.Rendering.MemberAccess;
import io.typedprompt.processor.model.Rendering.Print;
import io.typedprompt.processor.model.Rendering.Section;
import io.typedprompt.processor.model.Rendering.Step;
import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;
import io.typedprompt.processor.model.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the statements that fill a template, within one Java method. */
final class TemplateEmitter {
  private static final int LONGEST_CHAIN = 100;

  private final String promptName;
  private final String text;
  private final NameAllocator locals;
  private final Map<String, String> parameters;
  private final Map<Variable, CodeBlock> variables = new HashMap<>();
  private final ValuePrinter printer;
  private final java.util.function.Function<Function, String> functionNames;
  private final CodeBlock.Builder code = CodeBlock.builder();

  /** Arguments of {@code append} that make one statement; javac goes into it recursively. */
  private final List<CodeBlock> chain = new ArrayList<>();

  /**
   * @param promptName how messages name the prompt
   * @param text the variable of type {@code Text}
   * @param locals names in use within the method
   * @param parameters Java names of the parameters, by their names in templates
   * @param functionNames Java names of the functions of recursive partials
   */
  TemplateEmitter(
      String promptName,
      String text,
      NameAllocator locals,
      Map<String, String> parameters,
      ValuePrinter printer,
      java.util.function.Function<Function, String> functionNames) {
    this.promptName = promptName;
    this.text = text;
    this.locals = locals;
    this.parameters = parameters;
    this.printer = printer;
    this.functionNames = functionNames;
  }

  /** The statements of a template. */
  CodeBlock emit(List<Step> steps) {
    steps(steps);
    endChain();
    return code.build();
  }

  /** The statements of a function's body. */
  CodeBlock emit(Function function, String argument) {
    variables.put(function.argument(), CodeBlock.of("$N", argument));
    return emit(function.body());
  }

  private void steps(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Literal literal) {
        Literals.pieces(literal.text()).forEach(piece -> append(Literals.piece(piece)));
      } else if (step instanceof Print print) {
        print(print.value());
      } else if (step instanceof Section section) {
        section(section);
      } else if (step instanceof Inverted inverted) {
        inverted(inverted);
      } else if (step instanceof IfKey ifKey) {
        ifKey(ifKey);
      } else if (step instanceof Call call) {
        call(call);
      }
    }
  }

  private void append(CodeBlock argument) {
    if (chain.size() == LONGEST_CHAIN) {
      endChain();
    }
    chain.add(argument);
  }

  private void endChain() {
    if (chain.isEmpty()) {
      return;
    }
    if (chain.size() == 1) {
      code.addStatement("$N.append($L)", text, chain.get(0));
    } else {
      code.add("$N", text).indent().indent();
      chain.forEach(argument -> code.add("\n.append($L)", argument));
      code.add(";\n").unindent().unindent();
    }
    chain.clear();
  }

  private void statement(String format, Object... arguments) {
    endChain();
    code.addStatement(format, arguments);
  }

  private void block(String format, Object[] arguments, Runnable body) {
    endChain();
    code.beginControlFlow(format, arguments);
    body.run();
    endChain();
    code.endControlFlow();
  }

  private void print(Value value) {
    boolean checkedAlready = value.path().isEmpty();
    whenPresent(
        value,
        true,
        expression -> {
          Shape shape = value.shape();
          boolean mayBeNull =
              !checkedAlready && !shape.mayBeAbsent() && !shape.type().isPrimitive();
          CodeBlock checked =
              mayBeNull
                  ? CodeBlock.of(
                      "$T.presentAt($S, $S, $L)",
                      Api.ARGUMENTS,
                      promptName,
                      path(value),
                      expression)
                  : expression;
          Shape present = unwrap(shape);
          if (ValuePrinter.isText(present)) {
            append(printer.text(present, checked));
          } else {
            statement("$L", printer.json(present, CodeBlock.of("$N.json()", text), checked));
          }
        });
  }

  private static String path(Value value) {
    StringBuilder path = new StringBuilder(value.root().name());
    value.path().forEach(access -> path.append('.').append(access.name()));
    return path.toString();
  }

  private void section(Section section) {
    Shape present = unwrap(section.value().shape());
    whenPresent(
        section.value(),
        false,
        expression -> {
          if (present instanceof Shape.BooleanShape) {
            block("if ($L)", new Object[] {expression}, () -> steps(section.body()));
          } else if (present instanceof Shape.SequenceShape sequence) {
            String item = local(singular(section.context().name()));
            variables.put(section.context(), CodeBlock.of("$N", item));
            block(
                "for ($T $N : $L)",
                new Object[] {sequence.element().type(), item, expression},
                () -> steps(section.body()));
          } else if (present instanceof Shape.StringShape) {
            CodeBlock string = named(section.context(), expression);
            block("if (!$L.isEmpty())", new Object[] {string}, () -> steps(section.body()));
          } else {
            named(section.context(), expression);
            steps(section.body());
          }
        });
  }

  /** Gives the value of a section a name, unless it has one. */
  private CodeBlock named(Variable context, CodeBlock expression) {
    if (isName(expression)) {
      variables.put(context, expression);
      return expression;
    }
    String name = local(context.name());
    statement("$T $N = $L", context.shape().type(), name, expression);
    variables.put(context, CodeBlock.of("$N", name));
    return CodeBlock.of("$N", name);
  }

  private static boolean isName(CodeBlock expression) {
    return expression.toString().codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  private void inverted(Inverted inverted) {
    Value value = inverted.value();
    Shape present = unwrap(value.shape());
    if (!mayBeAbsent(value)) {
      CodeBlock isFalse = isFalse(present, plain(value));
      block("if ($L)", new Object[] {isFalse}, () -> steps(inverted.body()));
      return;
    }
    String flag = local("has" + capitalize(lastName(value)));
    statement("boolean $N = false", flag);
    whenPresent(
        value,
        false,
        expression -> {
          if (askable(present)) {
            statement("$N = !($L)", flag, isFalse(present, expression));
          } else {
            statement("$N = true", flag);
          }
        });
    block("if (!$N)", new Object[] {flag}, () -> steps(inverted.body()));
  }

  private static boolean askable(Shape shape) {
    return shape instanceof Shape.BooleanShape
        || shape instanceof Shape.StringShape
        || shape instanceof Shape.SequenceShape;
  }

  private static CodeBlock isFalse(Shape shape, CodeBlock expression) {
    if (shape instanceof Shape.BooleanShape) {
      return CodeBlock.of("!$L", expression);
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      return switch (sequence.kind()) {
        case ARRAY -> CodeBlock.of("$L.length == 0", expression);
        case LIST, SET, COLLECTION -> CodeBlock.of("$L.isEmpty()", expression);
        case ITERABLE -> CodeBlock.of("!$L.iterator().hasNext()", expression);
      };
    }
    return CodeBlock.of("$L.isEmpty()", expression);
  }

  private void ifKey(IfKey ifKey) {
    endChain();
    code.beginControlFlow("if ($L.containsKey($S))", variables.get(ifKey.map()), ifKey.key());
    steps(ifKey.then());
    endChain();
    if (!ifKey.otherwise().isEmpty()) {
      code.nextControlFlow("else");
      steps(ifKey.otherwise());
      endChain();
    }
    code.endControlFlow();
  }

  private void call(Call call) {
    CodeBlock.Builder arguments = CodeBlock.builder().add("$N", text);
    parameters.values().forEach(parameter -> arguments.add(", $N", parameter));
    arguments.add(", $L", variable(call.argument()));
    statement("$N($L)", functionNames.apply(call.function()), arguments.build());
  }

  /**
   * Goes to a value, and does the rest only if everything on the way is there.
   *
   * @param orNull whether the rest can take a null for the value itself
   */
  private void whenPresent(Value value, boolean orNull, Consumer<CodeBlock> rest) {
    step(value, -1, variable(value.root()), orNull, rest);
  }

  private void step(
      Value value, int index, CodeBlock expression, boolean orNull, Consumer<CodeBlock> rest) {
    Shape shape = index < 0 ? value.root().shape() : value.path().get(index).shape();
    boolean last = index == value.path().size() - 1;
    if (!shape.mayBeAbsent() || (last && orNull && takesNull(shape))) {
      next(value, index, expression, orNull, rest);
      return;
    }
    String hint = index < 0 ? value.root().name() : value.path().get(index).name();
    CodeBlock name = expression;
    if (shape instanceof Shape.OptionalShape || hasOptionalInside(shape) || !isName(expression)) {
      String local = local(hint);
      CodeBlock unwrapped = orElseNull(shape, expression);
      statement("$T $N = $L", unwrap(shape).type().box(), local, unwrapped);
      name = CodeBlock.of("$N", local);
    }
    CodeBlock present = name;
    block(
        "if ($L != null)", new Object[] {present}, () -> next(value, index, present, orNull, rest));
  }

  private static boolean hasOptionalInside(Shape shape) {
    return shape instanceof Shape.NullableShape nullable
        && nullable.value() instanceof Shape.OptionalShape;
  }

  /** Whether printing a null prints nothing by itself. */
  private static boolean takesNull(Shape shape) {
    return shape instanceof Shape.NullableShape nullable
        && nullable.value() instanceof Shape.StringShape;
  }

  private static CodeBlock orElseNull(Shape shape, CodeBlock expression) {
    if (shape instanceof Shape.OptionalShape) {
      return CodeBlock.of("$L.orElse(null)", expression);
    }
    return hasOptionalInside(shape)
        ? CodeBlock.of("$L == null ? null : $L.orElse(null)", expression, expression)
        : expression;
  }

  private void next(
      Value value, int index, CodeBlock expression, boolean orNull, Consumer<CodeBlock> rest) {
    if (index == value.path().size() - 1) {
      rest.accept(expression);
    } else {
      Access access = value.path().get(index + 1);
      step(value, index + 1, access(expression, access), orNull, rest);
    }
  }

  private static CodeBlock access(CodeBlock expression, Access access) {
    if (access instanceof MemberAccess member) {
      return CodeBlock.of("$L.$N()", expression, member.member().accessor());
    }
    return CodeBlock.of("$L.get($S)", expression, ((KeyAccess) access).name());
  }

  private CodeBlock plain(Value value) {
    CodeBlock expression = variable(value.root());
    for (Access access : value.path()) {
      expression = access(expression, access);
    }
    return expression;
  }

  private static boolean mayBeAbsent(Value value) {
    return value.root().shape().mayBeAbsent()
        || value.path().stream().anyMatch(access -> access.shape().mayBeAbsent());
  }

  private CodeBlock variable(Variable variable) {
    CodeBlock known = variables.get(variable);
    return known != null ? known : CodeBlock.of("$N", parameters.get(variable.name()));
  }

  private String local(String hint) {
    return locals.newName(NameAllocator.toJavaIdentifier(hint));
  }

  private static String lastName(Value value) {
    return value.path().isEmpty()
        ? value.root().name()
        : value.path().get(value.path().size() - 1).name();
  }

  private static String singular(String name) {
    return name.length() > 2 && name.endsWith("s") && !name.endsWith("ss")
        ? name.substring(0, name.length() - 1)
        : name;
  }

  private static String capitalize(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Shape unwrap(Shape shape) {
    Shape s = shape;
    while (true) {
      if (s instanceof Shape.NullableShape nullable) {
        s = nullable.value();
      } else if (s instanceof Shape.OptionalShape optional) {
        s = optional.value();
      } else {
        return s;
      }
    }
  }
}
