/** Watches whatever the suite logs and prints. */
package io.typedprompt.watch;
