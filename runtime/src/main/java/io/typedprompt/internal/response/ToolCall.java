package io.typedprompt.internal.response;

/**
 * A call of a tool that the model asks for.
 *
 * @param id the call's id; empty if the provider gave none
 * @param name the tool's name
 * @param arguments the arguments as the model wrote them: a JSON object, or what should be one;
 *     "{}" if there are none
 */
public record ToolCall(String id, String name, String arguments) {}
