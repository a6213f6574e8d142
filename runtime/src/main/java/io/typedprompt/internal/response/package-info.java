/** Reads what the server sends: answers and errors, in every shape that has been seen. */
@NullMarked
package io.typedprompt.internal.response;

import org.jspecify.annotations.NullMarked;
