/**
 * The Mustache parser: the text of a template in, a tree of nodes and a list of problems out.
 *
 * <p>Pure: it knows neither javac nor the types that the names of a template stand for.
 */
@NullMarked
package io.typedprompt.processor.template;

import org.jspecify.annotations.NullMarked;
