/**
 * An embedded server that speaks OpenRouter's HTTP API on loopback, so that tests and offline runs
 * need neither network nor key. Start with {@link io.typedprompt.testing.OpenRouterServer}.
 */
@NullMarked
package io.typedprompt.testing;

import org.jspecify.annotations.NullMarked;
