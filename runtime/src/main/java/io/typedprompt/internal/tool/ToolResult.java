package io.typedprompt.internal.tool;

import io.typedprompt.ToolRun;

/**
 * The end of a tool call.
 *
 * @param run how it went
 * @param text what the model is told
 */
public record ToolResult(ToolRun run, String text) {}
