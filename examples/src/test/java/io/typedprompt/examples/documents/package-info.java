/** Holds the documents to their word: their code compiles, their messages are the compiler's. */
package io.typedprompt.examples.documents;
