package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptStream;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class SupportPromptsImpl implements SupportPrompts {
  private static final PromptMethod<Triage> TRIAGE = PromptMethod.typed(
      "com.example.SupportPrompts.triage", PromptOptions.builder().build(), new TriageFormat());

  private static final PromptMethod<Triage> AGAIN = PromptMethod.typed(
      "com.example.SupportPrompts.again", PromptOptions.builder().build(), new TriageFormat());

  private static final ObjectNames TRIAGE_PROPERTIES = ObjectNames.of("Triage")
      .required("summary")
      .required("priority")
      .required("score")
      .optional("customer")
      .required("labels")
      .required("prices")
      .required("notes");

  private static final EnumNames<Triage.Priority> PRIORITY_CONSTANTS = EnumNames
      .<Triage.Priority>of("Priority")
      .constant(Triage.Priority.LOW, "LOW")
      .constant(Triage.Priority.HIGH, "HIGH");

  private static final ObjectNames CUSTOMER_PROPERTIES = ObjectNames.of("Customer")
      .required("name")
      .required("known");

  private static final ObjectNames NOTES_PROPERTIES = ObjectNames.of("Notes")
      .required("others");

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public SupportPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public PromptStream<Triage> triage(String ticket) {
    Arguments.present("SupportPrompts.triage", "ticket", ticket);
    Text user = new Text()
        .append("Triage ")
        .append(ticket)
        .append(".");
    return TRIAGE.stream(client, new PromptInput().user(user.toString()));
  }

  @Override
  public PromptStream<Triage> again(String ticket) {
    Arguments.present("SupportPrompts.again", "ticket", ticket);
    Text user = new Text()
        .append("Triage ")
        .append(ticket)
        .append(" again.");
    return AGAIN.stream(client, new PromptInput().user(user.toString()));
  }

  private static Triage readTriage(AnswerReader in) {
    if (!in.beginObject(TRIAGE_PROPERTIES)) {
      return null;
    }
    String summary = null;
    Triage.Priority priority = null;
    int score = 0;
    Optional<Triage.Customer> customer = Optional.empty();
    List<String> labels = null;
    List<Optional<Double>> prices = null;
    Triage.Notes notes = null;
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> summary = in.readString();
        case 1 -> priority = in.readEnum(PRIORITY_CONSTANTS);
        case 2 -> score = in.readInt();
        case 3 -> customer = in.readNull() ? Optional.empty() : Optional.ofNullable(readCustomer(in));
        case 4 -> labels = readStringList(in);
        case 5 -> prices = readDoubleOptionalList(in);
        case 6 -> notes = readNotes(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Triage(summary, priority, score, customer, labels, prices, notes);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static Triage.Customer readCustomer(AnswerReader in) {
    if (!in.beginObject(CUSTOMER_PROPERTIES)) {
      return null;
    }
    String name = null;
    boolean known = false;
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> name = in.readString();
        case 1 -> known = in.readBoolean();
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Triage.Customer(name, known);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static List<String> readStringList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<String> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(in.readString());
    }
    return Collections.unmodifiableList(list);
  }

  private static List<Optional<Double>> readDoubleOptionalList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<Optional<Double>> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(in.readNull() ? Optional.empty() : Optional.ofNullable(in.readDouble()));
    }
    return Collections.unmodifiableList(list);
  }

  private static Triage.Notes readNotes(AnswerReader in) {
    if (!in.beginObject(NOTES_PROPERTIES)) {
      return null;
    }
    List<Triage.Customer> others = null;
    while (in.nextProperty() >= 0) {
      others = readCustomerList(in);
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Triage.Notes(others);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static List<Triage.Customer> readCustomerList(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    List<Triage.Customer> list = new ArrayList<>();
    while (in.nextElement()) {
      list.add(readCustomer(in));
    }
    return Collections.unmodifiableList(list);
  }

  private static final class TriageFormat extends AnswerFormat<Triage> {
    TriageFormat() {
      super(
          "Triage",
          "{\"type\":\"object\",\"properties\":{\"summary\":{\"type\":\"string\"},"
              + "\"priority\":{\"type\":\"string\",\"enum\":[\"LOW\",\"HIGH\"]},"
              + "\"score\":{\"type\":\"integer\"},\"customer\":{\"type\":[\"object\",\"null\"],"
              + "\"properties\":{\"name\":{\"type\":\"string\"},\"known\":{\"type\":\"boolean\"}},"
              + "\"required\":[\"name\",\"known\"],\"additionalProperties\":false},"
              + "\"labels\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
              + "\"prices\":{\"type\":\"array\",\"items\":{\"type\":[\"number\",\"null\"]}},"
              + "\"notes\":{\"type\":\"object\",\"properties\":{\"others\":{\"type\":\"array\","
              + "\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
              + "\"known\":{\"type\":\"boolean\"}},\"required\":[\"name\",\"known\"],"
              + "\"additionalProperties\":false}}},\"required\":[\"others\"],"
              + "\"additionalProperties\":false}},\"required\":[\"summary\",\"priority\","
              + "\"score\",\"customer\",\"labels\",\"prices\",\"notes\"],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public Triage read(AnswerReader in) {
      return readTriage(in);
    }
  }
}
