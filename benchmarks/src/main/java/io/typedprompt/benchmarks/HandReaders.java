package io.typedprompt.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Readers of the answers, written by hand with jackson-core. What is missing is a failure. */
final class HandReaders {
  private HandReaders() {}

  static Triage triage(String json) {
    try (JsonParser in = HandWritten.parser(json)) {
      in.nextToken();
      return triage(in);
    }
  }

  /** A list in its envelope. */
  static List<Triage> triages(String json) {
    List<Triage> list = new ArrayList<>();
    try (JsonParser in = HandWritten.parser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        in.nextToken();
        while (in.nextToken() == JsonToken.START_OBJECT) {
          list.add(triage(in));
        }
      }
    }
    return List.copyOf(list);
  }

  private static Triage triage(JsonParser in) {
    String summary = null;
    Triage.Priority priority = null;
    List<String> labels = null;
    Double confidence = null;
    List<Triage.Action> actions = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "summary" -> summary = in.getString();
        case "priority" -> priority = Triage.Priority.valueOf(in.getString());
        case "labels" -> labels = labels(in);
        case "confidence" -> confidence = in.getDoubleValue();
        case "actions" -> actions = actions(in);
        default -> in.skipChildren();
      }
    }
    return new Triage(
        present(summary),
        present(priority),
        present(labels),
        present(confidence),
        present(actions));
  }

  private static List<String> labels(JsonParser in) {
    List<String> labels = new ArrayList<>();
    while (in.nextToken() == JsonToken.VALUE_STRING) {
      labels.add(in.getString());
    }
    return labels;
  }

  private static List<Triage.Action> actions(JsonParser in) {
    List<Triage.Action> actions = new ArrayList<>();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      actions.add(action(in));
    }
    return actions;
  }

  private static Triage.Action action(JsonParser in) {
    String owner = null;
    String text = null;
    Integer minutes = null;
    Boolean customerVisible = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "owner" -> owner = in.getString();
        case "text" -> text = in.getString();
        case "minutes" -> minutes = in.getIntValue();
        case "customerVisible" -> customerVisible = in.getBooleanValue();
        default -> in.skipChildren();
      }
    }
    return new Triage.Action(
        present(owner), present(text), present(minutes), present(customerVisible));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The answer is not whole.");
    }
    return value;
  }
}
