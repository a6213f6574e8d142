/** From the tool calls that a model asks for to what it is told of them. */
@NullMarked
package io.typedprompt.internal.tool;

import org.jspecify.annotations.NullMarked;
