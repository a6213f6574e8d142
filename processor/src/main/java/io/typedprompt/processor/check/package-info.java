/** From the model to findings and bound templates. */
@NullMarked
package io.typedprompt.processor.check;

import org.jspecify.annotations.NullMarked;
