package io.typedprompt.internal.response;

import io.typedprompt.TokenLogprob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event adds to a choice.
 *
 * @param content the next piece of the text; empty if there is none
 * @param refusal the next piece of a refusal
 * @param reasoning the next piece of the reasoning as text
 * @param reasoningDetails the next pieces of the reasoning as JSON objects; null if there is no
 *     list
 * @param toolCalls the next pieces of tool calls
 * @param annotations what the text refers to, further
 * @param media what comes beside the text
 * @param logprobs further tokens
 * @param finishReason why the model stopped
 * @param nativeFinishReason the provider's own word for it
 */
record Delta(
    String content,
    @Nullable String refusal,
    @Nullable String reasoning,
    @Nullable List<String> reasoningDetails,
    List<ToolCallPart> toolCalls,
    Annotations annotations,
    AnswerMedia media,
    List<TokenLogprob> logprobs,
    @Nullable String finishReason,
    @Nullable String nativeFinishReason) {}
