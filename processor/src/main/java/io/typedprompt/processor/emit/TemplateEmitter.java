package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the statements that fill a template, within one Java method. */
final class TemplateEmitter {
  private static final int LONGEST_CHAIN = 100;

  private final String promptName;
  private final String text;
  private Locals locals;
  private final Map<String, String> parameters;
  private final Map<Variable, CodeBlock> variables = new HashMap<>();
  private final ValuePrinter printer;
  private final java.util.function.Function<Function, String> functionNames;
  private final CodeBlock.Builder code = CodeBlock.builder();

  /** Arguments of {@code append} that make one statement; javac goes into it recursively. */
  private final List<CodeBlock> chain = new ArrayList<>();

  private boolean declared = true;

  /**
   * @param promptName how messages name the prompt
   * @param text the variable of type {@code Text}
   * @param locals those of the method
   * @param parameters Java names of the parameters, by their names in templates
   * @param functionNames Java names of the functions of recursive partials
   */
  TemplateEmitter(
      String promptName,
      String text,
      Locals locals,
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

  /** The statements of a template, the declaration of the text included. */
  CodeBlock emit(List<Step> steps) {
    declared = false;
    return body(steps);
  }

  private CodeBlock body(List<Step> steps) {
    steps(steps);
    endChain();
    return code.build();
  }

  /** The statements of a function's body. */
  CodeBlock emit(Function function, List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      variables.put(function.arguments().get(i), CodeBlock.of("$N", arguments.get(i)));
    }
    return body(function.body());
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
    if (declared && chain.isEmpty()) {
      return;
    }
    CodeBlock start =
        declared ? CodeBlock.of("$N", text) : CodeBlock.of("$1T $2N = new $1T()", Api.TEXT, text);
    declared = true;
    if (chain.size() == 1) {
      code.addStatement("$L.append($L)", start, chain.get(0));
    } else {
      code.add("$L", start).indent().indent();
      chain.forEach(argument -> code.add("\n.append($L)", argument));
      code.add(";\n").unindent().unindent();
    }
    chain.clear();
  }

  private void statement(String format, Object... arguments) {
    endChain();
    code.addStatement(format, arguments);
  }

  private void block(CodeBlock head, Runnable body) {
    block(head, locals.inner(), body);
  }

  private void block(CodeBlock head, Locals inner, Runnable body) {
    endChain();
    code.beginControlFlow("$L", head);
    Locals outer = locals;
    locals = inner;
    body.run();
    endChain();
    locals = outer;
    code.endControlFlow();
  }

  private void print(Value value) {
    Shape present = unwrap(value.shape());
    whenPresent(
        value,
        true,
        expression -> {
          if (ValuePrinter.isText(present)) {
            append(printer.text(present, expression));
          } else {
            statement("$L", printer.json(present, CodeBlock.of("$N.json()", text), expression));
          }
        });
  }

  private void section(Section section) {
    Shape present = unwrap(section.value().shape());
    boolean isAsked = present instanceof Shape.BooleanShape || present instanceof Shape.StringShape;
    whenPresent(
        section.value(),
        isAsked,
        expression -> {
          if (isAsked) {
            block(
                CodeBlock.of("if ($L)", isTrue(section, expression)), () -> steps(section.body()));
          } else if (present instanceof Shape.SequenceShape sequence) {
            loop(section, sequence.element(), expression);
          } else {
            named(section.context(), expression);
            steps(section.body());
          }
        });
  }

  private CodeBlock isTrue(Section section, CodeBlock expression) {
    boolean mayBeAbsent = section.value().shape().mayBeAbsent();
    if (section.context().shape() instanceof Shape.BooleanShape) {
      return mayBeAbsent
          ? CodeBlock.of("$T.TRUE.equals($L)", Boolean.class, expression)
          : expression;
    }
    CodeBlock string = named(section.context(), expression);
    return mayBeAbsent
        ? CodeBlock.of("$1L != null && !$1L.isEmpty()", string)
        : CodeBlock.of("!$L.isEmpty()", string);
  }

  private void loop(Section section, Shape element, CodeBlock sequence) {
    Locals inner = locals.inner();
    String item = inner.name(singular(section.context().name()));
    variables.put(section.context(), CodeBlock.of("$N", item));
    block(
        CodeBlock.of("for ($T $N : $L)", element.type(), item, sequence),
        inner,
        () -> {
          if (mustBePresent(element)) {
            String path = "an element of " + path(section.value(), section.value().path().size());
            statement("$L", presentAt(path, CodeBlock.of("$N", item)));
          }
          steps(section.body());
        });
  }

  /** Gives the value of a section a name, unless it has one. */
  private CodeBlock named(Variable context, CodeBlock expression) {
    CodeBlock name = named(context.shape(), context.name(), expression);
    variables.put(context, name);
    return name;
  }

  private CodeBlock named(Shape shape, String hint, CodeBlock expression) {
    if (isName(expression)) {
      return expression;
    }
    Optional<String> holder = locals.holderOf(expression);
    if (holder.isPresent()) {
      return CodeBlock.of("$N", holder.get());
    }
    String name = locals.nameOf(expression, hint);
    statement("$T $N = $L", shape.type().box(), name, expression);
    return CodeBlock.of("$N", name);
  }

  private static boolean isName(CodeBlock expression) {
    return expression.toString().codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  private void inverted(Inverted inverted) {
    Value value = inverted.value();
    Runnable body = () -> steps(inverted.body());
    if (value.path().isEmpty()) {
      CodeBlock condition = isAbsentOrFalse(value, variable(value.root()));
      block(CodeBlock.of("if ($L)", condition), body);
    } else if (mayBeAbsent(holder(value))) {
      String flag = locals.name("lacks" + capitalize(lastName(value)));
      statement("boolean $N = true", flag);
      whenPresent(
          holder(value),
          false,
          expression ->
              statement("$N = $L", flag, isAbsentOrFalse(value, last(value, expression))));
      block(CodeBlock.of("if ($N)", flag), body);
    } else {
      whenPresent(
          holder(value),
          false,
          expression ->
              block(
                  CodeBlock.of("if ($L)", isAbsentOrFalse(value, last(value, expression))), body));
    }
  }

  /** What a value is a part of. */
  private static Value holder(Value value) {
    return new Value(value.root(), value.path().subList(0, value.path().size() - 1));
  }

  private CodeBlock last(Value value, CodeBlock holder) {
    int last = value.path().size() - 1;
    return checked(value, last, access(holder, value.path().get(last)));
  }

  private CodeBlock isAbsentOrFalse(Value value, CodeBlock expression) {
    Shape present = unwrap(value.shape());
    if (!value.shape().mayBeAbsent()) {
      return isFalse(present, expression);
    }
    CodeBlock unwrapped = orNull(value.shape(), expression);
    if (!canBeFalse(present)) {
      return CodeBlock.of(
          "$L == null", locals.holderOf(unwrapped).map(CodeBlock::of).orElse(unwrapped));
    }
    CodeBlock name = named(present, lastName(value), unwrapped);
    return CodeBlock.of("$L == null || $L", name, isFalse(present, name));
  }

  private static boolean canBeFalse(Shape shape) {
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
    FunctionParameters.of(call.function(), parameters)
        .forEach(parameter -> arguments.add(",$W$N", parameter));
    call.arguments().forEach(argument -> arguments.add(",$W$L", variable(argument)));
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
    if (!shape.mayBeAbsent()) {
      next(value, index, index < 0 ? expression : checked(value, index, expression), orNull, rest);
      return;
    }
    CodeBlock unwrapped = orNull(shape, expression);
    if (last && orNull && takesNull(unwrap(shape))) {
      rest.accept(unwrapped);
      return;
    }
    String hint = index < 0 ? value.root().name() : value.path().get(index).name();
    CodeBlock name = named(unwrap(shape), hint, unwrapped);
    block(CodeBlock.of("if ($L != null)", name), () -> next(value, index, name, orNull, rest));
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

  /** Fails with the path of a value that is null although its type promises that it is there. */
  private CodeBlock checked(Value value, int index, CodeBlock expression) {
    return mustBePresent(value.path().get(index).shape())
        ? presentAt(path(value, index + 1), expression)
        : expression;
  }

  private CodeBlock presentAt(String path, CodeBlock expression) {
    return CodeBlock.of(
        "$T.presentAt($Z$S,$W$S,$W$L)", Api.ARGUMENTS, promptName, path, expression);
  }

  private static boolean mustBePresent(Shape shape) {
    return !shape.mayBeAbsent() && !shape.type().isPrimitive();
  }

  private static String path(Value value, int length) {
    StringBuilder path = new StringBuilder(value.root().name());
    value.path().subList(0, length).forEach(access -> path.append('.').append(access.name()));
    return path.toString();
  }

  /** Whether printing a null prints nothing by itself. */
  private static boolean takesNull(Shape present) {
    return ValuePrinter.isText(present) && !(present instanceof Shape.EnumShape);
  }

  private static CodeBlock orNull(Shape shape, CodeBlock expression) {
    if (shape instanceof Shape.NullableShape nullable) {
      return orNull(nullable.value(), expression);
    }
    return shape instanceof Shape.OptionalShape optional
        ? orNull(optional.value(), CodeBlock.of("$T.orNull($L)", Api.ARGUMENTS, expression))
        : expression;
  }

  private static CodeBlock access(CodeBlock expression, Access access) {
    if (access instanceof MemberAccess member) {
      return CodeBlock.of("$L.$N()", expression, member.member().accessor());
    }
    return CodeBlock.of("$L.get($S)", expression, ((KeyAccess) access).name());
  }

  private static boolean mayBeAbsent(Value value) {
    return value.root().shape().mayBeAbsent()
        || value.path().stream().anyMatch(access -> access.shape().mayBeAbsent());
  }

  private CodeBlock variable(Variable variable) {
    CodeBlock known = variables.get(variable);
    return known != null ? known : CodeBlock.of("$N", parameters.get(variable.name()));
  }

  private static String lastName(Value value) {
    return value.path().isEmpty()
        ? value.root().name()
        : value.path().get(value.path().size() - 1).name();
  }

  static String singular(String name) {
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
