/**
 * The annotations that declare a typed prompt.
 *
 * <p>A developer annotates an interface with {@link
 * io.typedprompt.annotations.OpenRouterPrompt @OpenRouterPrompt} and its methods with {@link
 * io.typedprompt.annotations.UserMessage @UserMessage}; the annotation processor {@code
 * typedprompt-processor} checks the prompts while javac runs and generates the implementation.
 * Nothing here is read at run time.
 */
package io.typedprompt.annotations;
