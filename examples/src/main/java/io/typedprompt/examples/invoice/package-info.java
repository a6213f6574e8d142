/** An invoice that is read from a PDF or a picture into records. */
package io.typedprompt.examples.invoice;
