/** What TypedPrompt costs beside code written by hand, in time, memory and compilation. */
@NullMarked
package io.typedprompt.benchmarks;

import org.jspecify.annotations.NullMarked;
