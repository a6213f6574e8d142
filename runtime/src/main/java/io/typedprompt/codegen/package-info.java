/**
 * What generated code calls. It is not for people: nothing here helps a program that does not come
 * from the processor. It only ever grows, so a class that an older release generated runs on a
 * newer runtime.
 */
@NullMarked
package io.typedprompt.codegen;

import org.jspecify.annotations.NullMarked;
