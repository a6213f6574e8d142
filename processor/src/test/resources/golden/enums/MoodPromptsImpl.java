package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class MoodPromptsImpl implements MoodPrompts {
  private static final PromptMethod<MoodPrompts.Mood> MOOD = PromptMethod.typed(
      "com.example.MoodPrompts.mood", PromptOptions.builder().build(), new MoodFormat());

  private static final ObjectNames ANSWER_PROPERTIES = ObjectNames.of("answer").required("value");

  private static final EnumNames<MoodPrompts.Mood> MOOD_CONSTANTS = EnumNames
      .<MoodPrompts.Mood>of("Mood")
      .constant(MoodPrompts.Mood.HAPPY, "happy", "glad", "positive", "HAPPY")
      .constant(MoodPrompts.Mood.SAD, "sad", "SAD");

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public MoodPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public MoodPrompts.Mood mood(String text, MoodPrompts.Mood expected) {
    Arguments.present("MoodPrompts.mood", "text", text);
    Arguments.present("MoodPrompts.mood", "expected", expected);
    Text user = new Text()
        .append("Is this ")
        .append(nameOfMood(expected))
        .append("? ")
        .append(text);
    return MOOD.value(client, new PromptInput().user(user.toString()));
  }

  private static String nameOfMood(MoodPrompts.Mood constant) {
    if (constant == null) {
      return null;
    }
    return switch (constant) {
      case HAPPY -> "happy";
      case SAD -> "sad";
    };
  }

  private static final class MoodFormat extends AnswerFormat<MoodPrompts.Mood> {
    MoodFormat() {
      super(
          "Mood",
          "{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"string\","
              + "\"description\":\"how the writer feels\\nsad: also when tired\","
              + "\"enum\":[\"happy\",\"sad\"]}},\"required\":[\"value\"],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public MoodPrompts.Mood read(AnswerReader in) {
      if (!in.beginObject(ANSWER_PROPERTIES)) {
        return null;
      }
      MoodPrompts.Mood value = null;
      while (in.nextProperty() >= 0) {
        value = in.readEnum(MOOD_CONSTANTS);
      }
      return in.endObject() ? value : null;
    }
  }
}
