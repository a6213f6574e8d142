package io.typedprompt.processor.model;

import java.util.List;

/**
 * An interface in which everything is right.
 *
 * @param prompts its prompts, in the order of the class
 */
public record CheckedInterface(PromptInterface declaration, List<CheckedPrompt> prompts) {}
