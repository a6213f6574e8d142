package io.typedprompt.testing;

/**
 * Who answers a request.
 *
 * @param model the model
 * @param provider one of the model's providers
 */
record Route(Model model, Provider provider) {}
