/** From javac's elements and types to the model. The only stage that asks javac. */
@NullMarked
package io.typedprompt.processor.read;

import org.jspecify.annotations.NullMarked;
