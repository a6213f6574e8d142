package io.typedprompt.internal.request;

import io.typedprompt.PromptOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says.
 *
 * @param options the merged options
 * @param messages the conversation
 * @param schema the form of the answer, or null for text
 * @param stream whether the answer comes in pieces
 */
public record ChatRequest(
    PromptOptions options,
    List<ChatMessage> messages,
    @Nullable AnswerSchema schema,
    boolean stream) {}
