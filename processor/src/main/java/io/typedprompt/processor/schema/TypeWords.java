package io.typedprompt.processor.schema;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.typedprompt.processor.model.Shape;
import java.util.stream.Collectors;

/** One word for a type, for names made from it: {@code TicketList} for {@code List<Ticket>}. */
public final class TypeWords {
  private TypeWords() {}

  /** The word for a shape. */
  public static String of(Shape shape) {
    return of(shape.type());
  }

  private static String of(TypeName type) {
    if (type instanceof ClassName className) {
      return className.simpleName();
    }
    if (type instanceof ParameterizedTypeName generic) {
      return generic.typeArguments().stream().map(TypeWords::of).collect(Collectors.joining("And"))
          + generic.rawType().simpleName();
    }
    if (type instanceof ArrayTypeName array) {
      return of(array.componentType()) + "Array";
    }
    if (type instanceof WildcardTypeName wildcard) {
      return of(wildcard.upperBounds().get(0));
    }
    String name = type.toString();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
