/**
 * The annotation processor: {@code read} turns the annotated interface into {@code model} values,
 * {@code check} looks for mistakes and binds templates to parameters, {@code emit} writes the Java
 * source. Data goes in that direction only.
 */
@NullMarked
package io.typedprompt.processor;

import org.jspecify.annotations.NullMarked;
