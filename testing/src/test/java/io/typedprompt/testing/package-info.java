@NullMarked
package io.typedprompt.testing;

import org.jspecify.annotations.NullMarked;
