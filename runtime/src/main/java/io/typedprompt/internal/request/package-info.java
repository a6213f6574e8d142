/** From merged options and messages to the bytes and headers of a request. */
@NullMarked
package io.typedprompt.internal.request;

import org.jspecify.annotations.NullMarked;
