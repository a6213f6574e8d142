/** Makes a call: sends requests, judges what comes back, asks again, and sums up what it cost. */
@NullMarked
package io.typedprompt.internal.call;

import org.jspecify.annotations.NullMarked;
