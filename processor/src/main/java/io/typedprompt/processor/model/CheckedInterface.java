package io.typedprompt.processor.model;

import java.util.List;

/**
 * An interface in which everything is right.
 *
 * @param prompts its prompts, in the order of the class
 * @param streamed the records that come as a stream; right also where the rest is not
 */
public record CheckedInterface(
    PromptInterface declaration, List<CheckedPrompt> prompts, List<Shape.RecordShape> streamed) {}
