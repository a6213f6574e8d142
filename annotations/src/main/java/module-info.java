/**
 * The annotations that declare a typed prompt. They have no dependencies and no behaviour of their
 * own.
 */
module io.typedprompt.annotations {
  exports io.typedprompt.annotations;
}
