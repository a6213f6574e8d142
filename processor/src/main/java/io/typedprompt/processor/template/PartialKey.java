package io.typedprompt.processor.template;

/**
 * One form of a partial: the tree of a partial differs with the indentation of the tag.
 *
 * @param resource its name from the root of the class path, such as {@code prompts/style.mustache}
 * @param indent the spaces and tabs that each of its lines starts with; often empty
 */
public record PartialKey(String resource, String indent) {}
