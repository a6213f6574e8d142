/** From checked prompts to Java source. */
@NullMarked
package io.typedprompt.processor.emit;

import org.jspecify.annotations.NullMarked;
