package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;

/**
 * A few-shot pair as written.
 *
 * @param user what the user says
 * @param assistant what the model answers
 * @param userWhere the text of what the user says
 * @param where the text of the answer
 */
public record ExamplePair(String user, String assistant, Where userWhere, Where where) {}
