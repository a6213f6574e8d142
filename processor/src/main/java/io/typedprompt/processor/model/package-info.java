/** What the processor knows of a prompt, as plain values. Nothing here knows javac. */
@NullMarked
package io.typedprompt.processor.model;

import org.jspecify.annotations.NullMarked;
