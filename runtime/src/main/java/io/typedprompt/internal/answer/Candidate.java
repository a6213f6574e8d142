package io.typedprompt.internal.answer;

/**
 * A part of an answer that could be the value.
 *
 * @param node what it says
 * @param syntax what was repaired in how it is written
 * @param outerStart where it begins with its fence, if it has one
 * @param outerEnd where it ends with its fence, if it has one
 * @param isFenced whether it is in a code block of its own
 */
record Candidate(Node node, Findings syntax, int outerStart, int outerEnd, boolean isFenced) {
  int length() {
    return node.end() - node.start();
  }
}
