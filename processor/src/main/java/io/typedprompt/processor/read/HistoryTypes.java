package io.typedprompt.processor.read;

import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Knows the types of parameters that are the history of a conversation. */
final class HistoryTypes {
  private static final String CONVERSATION = "io.typedprompt.Conversation";
  private static final String MESSAGE = "io.typedprompt.Message";

  private HistoryTypes() {}

  /** Whether a type is a conversation or a list of messages, or an {@code Optional} of that. */
  static boolean isHistory(TypeMirror type) {
    if (is(type, CONVERSATION)) {
      return true;
    }
    List<? extends TypeMirror> arguments = arguments(type);
    if (arguments.size() != 1) {
      return false;
    }
    return is(type, "java.util.Optional")
        ? isHistory(arguments.get(0))
        : is(type, "java.util.List") && is(bound(arguments.get(0)), MESSAGE);
  }

  /** Whether a type is made of messages or conversations in any way. */
  static boolean mentions(TypeMirror type) {
    return TypeNames.parts(type).stream()
        .map(part -> part.getQualifiedName().toString())
        .anyMatch(name -> name.equals(CONVERSATION) || name.equals(MESSAGE));
  }

  private static TypeMirror bound(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : type;
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared && Mirrors.name(declared).equals(name);
  }

  private static List<? extends TypeMirror> arguments(TypeMirror type) {
    return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
  }
}
