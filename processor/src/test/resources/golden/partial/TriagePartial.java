package com.example;

import io.typedprompt.PromptStream;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PartialFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * What has come so far of a {@link Triage} that is still being written.
 */
@Generated("io.typedprompt.processor.PromptProcessor")
public record TriagePartial(Optional<String> summary, Optional<Triage.Priority> priority,
    Optional<Integer> score, Optional<TriagePartial.CustomerPartial> customer, List<String> labels,
    List<Optional<Double>> prices, Optional<TriagePartial.NotesPartial> notes) {
  private static final Format FORMAT = new Format();

  private static final ObjectNames PARTIAL_TRIAGE_PROPERTIES = ObjectNames.of("Triage")
      .optional("summary")
      .optional("priority")
      .optional("score")
      .optional("customer")
      .optional("labels")
      .optional("prices")
      .optional("notes");

  private static final EnumNames<Triage.Priority> PRIORITY_CONSTANTS = EnumNames
      .<Triage.Priority>of("Priority")
      .constant(Triage.Priority.LOW, "LOW")
      .constant(Triage.Priority.HIGH, "HIGH");

  private static final ObjectNames PARTIAL_CUSTOMER_PROPERTIES = ObjectNames.of("Customer")
      .optional("name")
      .optional("known");

  private static final ObjectNames PARTIAL_NOTES_PROPERTIES = ObjectNames.of("Notes")
      .optional("others");

  /**
   * What has come of an answer, each time that it has grown. Nothing that is there changes
   * later, but that strings and lists become longer; the last one has all of it. That it is
   * right is what {@link PromptStream#result()} says.
   *
   * @param answer read by the returned stream, and closed with it
   * @return to be closed
   */
  public static Stream<TriagePartial> stream(PromptStream<Triage> answer) {
    return FORMAT.stream(answer);
  }

  private static TriagePartial readTriagePartial(AnswerReader in) {
    if (!in.beginObject(PARTIAL_TRIAGE_PROPERTIES)) {
      return null;
    }
    Optional<String> summary = Optional.empty();
    Optional<Triage.Priority> priority = Optional.empty();
    Optional<Integer> score = Optional.empty();
    Optional<CustomerPartial> customer = Optional.empty();
    List<String> labels = List.of();
    List<Optional<Double>> prices = List.of();
    Optional<NotesPartial> notes = Optional.empty();
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> summary = Optional.ofNullable(in.readString());
        case 1 -> priority = Optional.ofNullable(in.readEnum(PRIORITY_CONSTANTS));
        case 2 -> score = Optional.ofNullable(in.readInt());
        case 3 -> customer = in.readNull() ? Optional.empty() : Optional.ofNullable(readCustomerPartial(in));
        case 4 -> labels = readPartialStringList(in);
        case 5 -> prices = readPartialDoubleOptionalList(in);
        case 6 -> notes = Optional.ofNullable(readNotesPartial(in));
        default -> throw new AssertionError(property);
      }
    }
    return in.endObject() ? new TriagePartial(summary, priority, score, customer, labels, prices,
        notes) : null;
  }

  private static List<String> readPartialStringList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<String> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(in.readString());
    }
    return Collections.unmodifiableList(list);
  }

  private static List<Optional<Double>> readPartialDoubleOptionalList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<Optional<Double>> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(in.readNull() ? Optional.empty() : Optional.ofNullable(in.readDouble()));
    }
    return Collections.unmodifiableList(list);
  }

  private static CustomerPartial readCustomerPartial(AnswerReader in) {
    if (!in.beginObject(PARTIAL_CUSTOMER_PROPERTIES)) {
      return null;
    }
    Optional<String> name = Optional.empty();
    Optional<Boolean> known = Optional.empty();
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> name = Optional.ofNullable(in.readString());
        case 1 -> known = Optional.ofNullable(in.readBoolean());
        default -> throw new AssertionError(property);
      }
    }
    return in.endObject() ? new CustomerPartial(name, known) : null;
  }

  private static NotesPartial readNotesPartial(AnswerReader in) {
    if (!in.beginObject(PARTIAL_NOTES_PROPERTIES)) {
      return null;
    }
    List<CustomerPartial> others = List.of();
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> others = readPartialCustomerList(in);
        default -> throw new AssertionError(property);
      }
    }
    return in.endObject() ? new NotesPartial(others) : null;
  }

  private static List<CustomerPartial> readPartialCustomerList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<CustomerPartial> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(readCustomerPartial(in));
    }
    return Collections.unmodifiableList(list);
  }

  /**
   * What has come so far of a {@link Triage.Customer}.
   */
  public record CustomerPartial(Optional<String> name, Optional<Boolean> known) {
  }

  /**
   * What has come so far of a {@link Triage.Notes}.
   */
  public record NotesPartial(List<CustomerPartial> others) {
  }

  private static final class Format extends PartialFormat<TriagePartial> {
    Format() {
      super("/summary", "/customer/name", "/labels/*", "/notes/others/*/name");
    }

    @Override
    public TriagePartial read(AnswerReader in) {
      return readTriagePartial(in);
    }
  }
}
