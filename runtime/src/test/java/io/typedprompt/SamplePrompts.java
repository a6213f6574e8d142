package io.typedprompt;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import org.jspecify.annotations.Nullable;

/** Methods as the processor would describe them. */
final class SamplePrompts {
  private static final PromptOptions OPTIONS =
      PromptOptions.builder().models("vendor/model").build();

  public static final PromptMethod<String> HAIKU =
      PromptMethod.text("com.acme.SupportPrompts.haiku", OPTIONS);

  public static final PromptMethod<Triage> TRIAGE =
      PromptMethod.typed("com.acme.SupportPrompts.triage", OPTIONS, new TriageFormat());

  public static final String TRIAGE_SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"summary\":{\"type\":\"string\"},\"priority\":"
          + "{\"type\":\"string\",\"enum\":[\"LOW\",\"HIGH\"]}},\"required\":[\"summary\","
          + "\"priority\"],\"additionalProperties\":false}";

  private SamplePrompts() {}

  public static PromptInput input() {
    return new PromptInput().user("Go.");
  }

  public static PromptMethod<Triage> triage(PromptOptions options) {
    return PromptMethod.typed(TRIAGE.name(), options.withDefaults(OPTIONS), new TriageFormat());
  }

  /** How urgent something is. */
  public enum Priority {
    LOW,
    HIGH
  }

  /** What the typed sample returns. */
  public record Triage(String summary, Priority priority) {}

  private static final class TriageFormat extends AnswerFormat<Triage> {
    private static final ObjectNames NAMES =
        ObjectNames.of("Triage").required("summary").required("priority");
    private static final EnumNames<Priority> PRIORITIES =
        EnumNames.<Priority>of("Priority")
            .constant(Priority.LOW, "LOW")
            .constant(Priority.HIGH, "HIGH");

    TriageFormat() {
      super("Triage", TRIAGE_SCHEMA);
    }

    @Override
    public @Nullable Triage read(AnswerReader in) {
      if (!in.beginObject(NAMES)) {
        return null;
      }
      String summary = "";
      Priority priority = null;
      for (int i = in.nextProperty(); i >= 0; i = in.nextProperty()) {
        if (i == 0) {
          summary = in.readString();
        } else {
          priority = in.readEnum(PRIORITIES);
        }
      }
      return in.endObject() && priority != null ? new Triage(summary, priority) : null;
    }
  }
}
