package io.typedprompt.examples.triage;

import java.util.List;
import java.util.Optional;

/**
 * A ticket as a customer wrote it.
 *
 * @param subject the first line
 * @param body the text
 * @param customer who wrote it, if that is known
 * @param attachments names of the attached files
 */
public record Ticket(
    String subject, String body, Optional<Customer> customer, List<String> attachments) {

  /**
   * Who wrote a ticket.
   *
   * @param name the name
   * @param plan what they pay for
   */
  public record Customer(String name, String plan) {}
}
