/** The table of options, their checks, and how levels of options merge. */
@NullMarked
package io.typedprompt.internal.options;

import org.jspecify.annotations.NullMarked;
