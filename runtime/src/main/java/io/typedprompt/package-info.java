/**
 * The client that prompts are called through, and what comes back: results with their usage and
 * cost, or one exception per thing that a caller would handle differently.
 */
@NullMarked
package io.typedprompt;

import org.jspecify.annotations.NullMarked;
