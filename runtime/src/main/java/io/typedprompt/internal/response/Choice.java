package io.typedprompt.internal.response;

import io.typedprompt.FinishReason;
import io.typedprompt.TokenLogprob;
import io.typedprompt.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model said.
 *
 * @param content the text; empty if there is none
 * @param refusal the words in which the model refused
 * @param reasoning the reasoning that may be read
 * @param reasoningDetails the reasoning as JSON, opaque, to be sent back as it is
 * @param toolCalls the tools that are to be called
 * @param annotations what the text refers to
 * @param media what there is beside the text
 * @param logprobs the tokens of the text with their probabilities
 * @param finishReason why the model stopped; tool calls without a reason are {@code tool_calls}
 * @param nativeFinishReason the provider's own word for it
 * @param error why the provider failed in the middle of the text
 */
public record Choice(
    String content,
    @Nullable String refusal,
    @Nullable String reasoning,
    @Nullable String reasoningDetails,
    List<ToolCall> toolCalls,
    Annotations annotations,
    AnswerMedia media,
    List<TokenLogprob> logprobs,
    FinishReason finishReason,
    @Nullable String nativeFinishReason,
    @Nullable ApiError error) {}
