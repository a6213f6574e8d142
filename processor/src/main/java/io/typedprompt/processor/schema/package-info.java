/** From shapes to JSON Schema text. */
@NullMarked
package io.typedprompt.processor.schema;

import org.jspecify.annotations.NullMarked;
