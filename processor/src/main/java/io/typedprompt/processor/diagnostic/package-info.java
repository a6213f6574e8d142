/** What the processor says to people: every sentence, where it stands, how it is printed. */
@NullMarked
package io.typedprompt.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
