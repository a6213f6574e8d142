package io.typedprompt.processor.model;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.Members;
import io.typedprompt.processor.model.Shape.RecordShape;
import java.util.List;
import java.util.Optional;

/**
 * A method that the model may call.
 *
 * @param displayName how messages name it, such as {@code Weather.current}
 * @param javaName its name in Java
 * @param name its name for the model
 * @param description words for the model, or empty
 * @param strict whether the provider shall hold the arguments to their schema
 * @param isStatic whether it is called on the class
 * @param parameters its parameters, read like the components of an answer
 * @param result what it returns
 * @param where its declaration
 * @param nameWhere where its name for the model is written
 */
public record Tool(
    String displayName,
    String javaName,
    String name,
    String description,
    boolean strict,
    boolean isStatic,
    List<Member> parameters,
    Result result,
    Where where,
    Where nameWhere) {

  /**
   * What a method returns.
   *
   * @param awaited whether it comes later, in a {@code CompletableFuture}
   * @param shape its type; empty if it is nothing
   */
  public record Result(boolean awaited, Optional<Shape> shape) {}

  /** The parameters as a record, so that arguments are read like answers. */
  public RecordShape arguments(ClassName type) {
    return new RecordShape(type, "", "", new Members(() -> parameters), List.of(), "", where);
  }
}
