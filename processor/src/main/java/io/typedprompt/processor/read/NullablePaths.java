package io.typedprompt.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/**
 * What a class file says with type annotations named {@code Nullable}. A path leads from a type to
 * the part that is annotated, as the Java virtual machine's specification has it: {@code 1;} is the
 * second type argument, {@code [} an array's component, {@code *} a wildcard's bound, {@code .} a
 * type inside another; the empty path is the type itself.
 */
final class NullablePaths {
  /** A class file that says nothing. */
  static final NullablePaths NONE = new NullablePaths();

  private static final int API = Opcodes.ASM9;

  /**
   * A place where a type is written.
   *
   * @param sort what it is, as {@link TypeReference} counts
   * @param member the field's or component's name; a method's with its parameters; or empty
   * @param index which parameter or supertype it is, or 0
   */
  private record Place(int sort, String member, int index) {}

  private final Map<Place, Set<String>> paths = new HashMap<>();

  private NullablePaths() {}

  /**
   * Reads a class file.
   *
   * @throws RuntimeException if it is none, or newer than what is known here
   */
  static NullablePaths of(byte[] classFile) {
    NullablePaths found = new NullablePaths();
    new ClassReader(classFile)
        .accept(
            found.new OfClass(),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /** In the type of a record component, or of the field behind it. */
  Set<String> ofComponent(String name) {
    return of(new Place(TypeReference.FIELD, name, 0));
  }

  /**
   * In what a method returns.
   *
   * @param method its name and the descriptor of its parameters: {@code name(I)}
   */
  Set<String> ofResult(String method) {
    return of(new Place(TypeReference.METHOD_RETURN, method, 0));
  }

  /** In the type of a method's parameter. */
  Set<String> ofParameter(String method, int index) {
    return of(new Place(TypeReference.METHOD_FORMAL_PARAMETER, method, index));
  }

  /** In the superclass: -1; or in a super-interface: from 0. */
  Set<String> ofSupertype(int index) {
    return of(new Place(TypeReference.CLASS_EXTENDS, "", index));
  }

  private Set<String> of(Place place) {
    return paths.getOrDefault(place, Set.of());
  }

  private void add(int typeReference, @Nullable TypePath path, String annotation, String member) {
    String simpleName = annotation.substring(0, annotation.length() - 1);
    simpleName = simpleName.substring(simpleName.lastIndexOf('/') + 1);
    simpleName = simpleName.substring(simpleName.lastIndexOf('$') + 1);
    if (!simpleName.equals("Nullable")) {
      return;
    }
    TypeReference where = new TypeReference(typeReference);
    int index =
        switch (where.getSort()) {
          case TypeReference.METHOD_FORMAL_PARAMETER -> where.getFormalParameterIndex();
          case TypeReference.CLASS_EXTENDS -> where.getSuperTypeIndex();
          default -> 0;
        };
    paths
        .computeIfAbsent(new Place(where.getSort(), member, index), place -> new HashSet<>())
        .add(path == null ? "" : path.toString());
  }

  private final class OfClass extends ClassVisitor {
    OfClass() {
      super(API);
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int typeReference, @Nullable TypePath path, String annotation, boolean visible) {
      add(typeReference, path, annotation, "");
      return null;
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, @Nullable String signature) {
      return new RecordComponentVisitor(API) {
        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int typeReference, @Nullable TypePath path, String annotation, boolean visible) {
          add(typeReference, path, annotation, name);
          return null;
        }
      };
    }

    @Override
    public FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      return new FieldVisitor(API) {
        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int typeReference, @Nullable TypePath path, String annotation, boolean visible) {
          add(typeReference, path, annotation, name);
          return null;
        }
      };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
        return null; // A bridge has the parameters of the method that it calls.
      }
      String method = name + descriptor.substring(0, descriptor.indexOf(')') + 1);
      return new MethodVisitor(API) {
        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
            int typeReference, @Nullable TypePath path, String annotation, boolean visible) {
          add(typeReference, path, annotation, method);
          return null;
        }
      };
    }
  }
}
