package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.MethodSignature;
import io.typedprompt.processor.model.PromptInterface;

/**
 * Writes a class that only declares what the real one would: after an error it keeps code that
 * names the class from adding errors of its own.
 */
public final class SkeletonEmitter {
  private SkeletonEmitter() {}

  /** The source file. */
  public static String emit(PromptInterface declaration) {
    TypeSpec.Builder type = ClassShell.of(declaration);
    ClassShell.addClient(type, declaration, CodeBlock.of(""));
    for (MethodSignature signature : declaration.signatures()) {
      type.addMethod(
          ClassShell.override(signature)
              .addStatement(
                  "throw new $T($S)",
                  IllegalStateException.class,
                  "the prompts of this class have compile errors")
              .build());
    }
    return SourceText.of(declaration, type.build());
  }
}
