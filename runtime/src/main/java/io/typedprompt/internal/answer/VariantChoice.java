package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import org.jspecify.annotations.Nullable;

/**
 * Which of several types an object is.
 *
 * @param index the type's index; negative if it is none
 * @param discriminator the member that tells it; null if none does
 * @param kind in which way it is not told as asked; null if it is
 * @param wrapper the object inside, if the type's name is only the name of that
 * @param found what was found instead of a type's name; null if nothing was
 */
record VariantChoice(
    int index,
    Node.@Nullable Member discriminator,
    @Nullable RepairKind kind,
    Node.@Nullable Members wrapper,
    @Nullable Node found) {
  static VariantChoice none(@Nullable Node found) {
    return new VariantChoice(-1, null, null, null, found);
  }
}
