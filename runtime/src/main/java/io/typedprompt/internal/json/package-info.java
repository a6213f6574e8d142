/** JSON values as plain Java objects, on the streaming parser and generator only. */
@NullMarked
package io.typedprompt.internal.json;

import org.jspecify.annotations.NullMarked;
