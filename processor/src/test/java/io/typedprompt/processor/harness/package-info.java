/** What a user of the processor does: compiles prompts, calls them, looks at what was sent. */
package io.typedprompt.processor.harness;
