/** Support tickets, triaged by a model: the example that the README runs. */
package io.typedprompt.examples.triage;
