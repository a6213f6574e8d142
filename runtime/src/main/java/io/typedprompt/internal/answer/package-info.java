/** From the text of an answer to a value of the type that was asked for. */
@NullMarked
package io.typedprompt.internal.answer;

import org.jspecify.annotations.NullMarked;
