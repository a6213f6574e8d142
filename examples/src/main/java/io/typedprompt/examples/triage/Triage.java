package io.typedprompt.examples.triage;

import io.typedprompt.annotations.Description;
import java.util.List;

/**
 * What the model makes of a ticket. The descriptions go into the JSON Schema that it is given.
 *
 * @param summary the ticket in a sentence
 * @param priority how soon it needs somebody
 * @param labels words to file it under
 * @param confidence how sure the model is
 */
public record Triage(
    @Description("one sentence that a support lead can act on") String summary,
    Priority priority,
    @Description("one to three words to file the ticket under, in lower case") List<String> labels,
    @Description("how sure you are, from 0 to 1") double confidence) {}
