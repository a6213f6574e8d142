package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.JsonOut;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal"})
public final class SupportPromptsImpl implements SupportPrompts {
  private static final PromptMethod<SupportPrompts.Triage> TRIAGE = PromptMethod.typed(
      "com.example.SupportPrompts.triage", PromptOptions.builder().build(), new TriageFormat());

  private static final PromptMethod<Set<SupportPrompts.Priority>> MENTIONED = PromptMethod.typed(
      "com.example.SupportPrompts.mentioned", PromptOptions.builder().build(),
      new PrioritySetFormat());

  private static final ObjectNames ANSWER_PROPERTIES = ObjectNames.of("answer").required("value");

  private static final ObjectNames TRIAGE_PROPERTIES = ObjectNames.of("Triage")
      .required("summary")
      .required("priority")
      .required("labels")
      .required("confidence")
      .optional("due");

  private static final EnumNames<SupportPrompts.Priority> PRIORITY_CONSTANTS = EnumNames
      .<SupportPrompts.Priority>of("Priority")
      .constant(SupportPrompts.Priority.LOW, "LOW")
      .constant(SupportPrompts.Priority.HIGH, "HIGH");

  private static final ObjectNames DUE_PROPERTIES = ObjectNames.of("Due")
      .required("days");

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public SupportPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public PromptResult<SupportPrompts.Triage> triage(SupportPrompts.Ticket ticket) {
    Arguments.present("SupportPrompts.triage", "ticket", ticket);
    Text user = new Text()
        .append("Subject: ")
        .append(Arguments.presentAt("SupportPrompts.triage", "ticket.subject", ticket.subject()))
        .append("\n")
        .append(Arguments.presentAt("SupportPrompts.triage", "ticket.body", ticket.body()));
    return TRIAGE.result(client, new PromptInput()
        .example(
            "Subject: Down\n"
                + "All is down.",
            "{\"summary\":\"Outage\",\"priority\":\"HIGH\",\"labels\":[],\"confidence\":0.9,"
                + "\"due\":{\"days\":1}}")
        .user(user.toString()));
  }

  @Override
  public Set<SupportPrompts.Priority> mentioned(SupportPrompts.Ticket ticket) {
    Arguments.present("SupportPrompts.mentioned", "ticket", ticket);
    Text user = new Text().append("Which priorities does ");
    writeTicket(user.json(), ticket);
    user.append(" mention?");
    return MENTIONED.value(client, new PromptInput().user(user.toString()));
  }

  private static void writeTicket(JsonOut out, SupportPrompts.Ticket value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.name("subject").value(value.subject());
    out.name("body").value(value.body());
    out.endObject();
  }

  private static SupportPrompts.Triage readTriage(AnswerReader in) {
    if (!in.beginObject(TRIAGE_PROPERTIES)) {
      return null;
    }
    String summary = null;
    SupportPrompts.Priority priority = null;
    List<String> labels = null;
    double confidence = 0;
    Optional<SupportPrompts.Due> due = Optional.empty();
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> summary = in.readString();
        case 1 -> priority = in.readEnum(PRIORITY_CONSTANTS);
        case 2 -> labels = readStringList(in);
        case 3 -> confidence = in.readDouble();
        case 4 -> due = in.readNull() ? Optional.empty() : Optional.ofNullable(readDue(in));
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new SupportPrompts.Triage(summary, priority, labels, confidence, due);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static Set<SupportPrompts.Priority> readPrioritySet(AnswerReader in) {
    if (!in.beginArray()) {
      return null;
    }
    Set<SupportPrompts.Priority> set = new LinkedHashSet<>();
    while (in.nextElement()) {
      if (!set.add(in.readEnum(PRIORITY_CONSTANTS))) {
        in.duplicateElement();
      }
    }
    return Collections.unmodifiableSet(set);
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

  private static SupportPrompts.Due readDue(AnswerReader in) {
    if (!in.beginObject(DUE_PROPERTIES)) {
      return null;
    }
    int days = 0;
    while (in.nextProperty() >= 0) {
      days = in.readInt();
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new SupportPrompts.Due(days);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static final class TriageFormat extends AnswerFormat<SupportPrompts.Triage> {
    TriageFormat() {
      super(
          "Triage",
          "{\"type\":\"object\",\"properties\":{\"summary\":{\"type\":\"string\","
              + "\"description\":\"one sentence that a support lead can act on\"},"
              + "\"priority\":{\"type\":\"string\",\"enum\":[\"LOW\",\"HIGH\"]},"
              + "\"labels\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
              + "\"confidence\":{\"type\":\"number\"},\"due\":{\"type\":[\"object\",\"null\"],"
              + "\"properties\":{\"days\":{\"type\":\"integer\"}},\"required\":[\"days\"],"
              + "\"additionalProperties\":false}},\"required\":[\"summary\",\"priority\","
              + "\"labels\",\"confidence\",\"due\"],\"additionalProperties\":false}");
    }

    @Override
    public SupportPrompts.Triage read(AnswerReader in) {
      return readTriage(in);
    }
  }

  private static final class PrioritySetFormat extends AnswerFormat<Set<SupportPrompts.Priority>> {
    PrioritySetFormat() {
      super(
          "PrioritySet",
          "{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\","
              + "\"items\":{\"type\":\"string\",\"enum\":[\"LOW\",\"HIGH\"]}}},"
              + "\"required\":[\"value\"],\"additionalProperties\":false}");
    }

    @Override
    public Set<SupportPrompts.Priority> read(AnswerReader in) {
      if (!in.beginObject(ANSWER_PROPERTIES)) {
        return null;
      }
      Set<SupportPrompts.Priority> value = null;
      while (in.nextProperty() >= 0) {
        value = readPrioritySet(in);
      }
      return in.endObject() ? value : null;
    }
  }
}
