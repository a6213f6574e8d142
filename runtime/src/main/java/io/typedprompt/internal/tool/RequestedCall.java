package io.typedprompt.internal.tool;

import io.typedprompt.ToolCall;
import io.typedprompt.codegen.ToolMethod;
import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model asks for.
 *
 * @param call the call in a form that every provider takes back: an id of its own, a name of the
 *     signs that names have, and a JSON object of arguments
 * @param tool the tool that is meant; null if there is none
 * @param written the call as the model wrote it
 * @param isReadable whether the arguments that the model wrote are an object
 */
public record RequestedCall(
    ToolCall call, @Nullable ToolMethod<?> tool, ToolCall written, boolean isReadable) {}
