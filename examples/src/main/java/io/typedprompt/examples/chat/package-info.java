/** A chat on the terminal: a conversation that goes on, streamed, kept short and stored. */
package io.typedprompt.examples.chat;
