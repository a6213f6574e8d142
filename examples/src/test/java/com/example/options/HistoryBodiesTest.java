package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What generated code makes of parameters with messages; the bodies are as the API takes them. */
class HistoryBodiesTest {
  private static final Recorder RECORDER = new Recorder();

  /** With everything that a message can have. */
  private static final String STORED =
      "[{'role':'user','content':[{'type':'text','text':'What is it?'},{'type':'image_url',"
          + "'image_url':{'url':'https://a.example/b.png'}}]},{'role':'assistant','content':null,"
          + "'reasoning_details':[{'type':'reasoning.text','text':'t','signature':'s','format':"
          + "'anthropic-claude-v1','index':0},{'type':'reasoning.encrypted','data':'d'}],"
          + "'tool_calls':[{'id':'c1','type':'function','function':{'name':'look','arguments':"
          + "'{}'}}]},{'role':'tool','tool_call_id':'c1','content':'a lighthouse'},"
          + "{'role':'assistant','content':'A lighthouse.','reasoning':'r','annotations':[{'type':"
          + "'file','file':{'hash':'h','name':'a.pdf','content':[{'type':'text','text':'t'}]}}]}]";

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  private static JsonNode messages(JsonNode body) {
    return body.path("messages");
  }

  private static JsonNode json(String messages) {
    return Recorder.json(messages.replace('\'', '"'));
  }

  private static Conversation stored() {
    return Conversation.fromJson(STORED.replace('\'', '"'));
  }

  @Test
  void aHistoryComesBetweenTheExamplesAndTheUser() {
    assertThat(messages(RECORDER.body(c -> new HistoryPromptsImpl(c).ask(stored(), "And where?"))))
        .isEqualTo(
            json(
                "[{'role':'system','content':'S'},{'role':'user','content':'1'},"
                    + "{'role':'assistant','content':'one'},"
                    + STORED.substring(1, STORED.length() - 1)
                    + ",{'role':'user','content':'And where?'}]"));
  }

  @Test
  void aWholeConversationIsAllThatIsSaid() {
    List<Message> whole = List.of(Message.system("S"), Message.user("U"));
    assertThat(messages(RECORDER.body(c -> new HistoryPromptsImpl(c).answer(whole))))
        .isEqualTo(json("[{'role':'system','content':'S'},{'role':'user','content':'U'}]"));
  }

  @Test
  void whatMayBeMissingMayBeMissing() {
    JsonNode alone = json("[{'role':'user','content':'Hi'}]");
    assertThat(messages(RECORDER.body(c -> new HistoryPromptsImpl(c).maybe(null))))
        .isEqualTo(alone);
    assertThat(messages(RECORDER.body(c -> new HistoryPromptsImpl(c).maybe(Conversation.of()))))
        .isEqualTo(alone);
    assertThat(messages(RECORDER.body(c -> new HistoryPromptsImpl(c).optional(Optional.empty()))))
        .isEqualTo(alone);
    assertThat(
            messages(
                RECORDER.body(
                    c ->
                        new HistoryPromptsImpl(c)
                            .optional(Optional.of(List.of(Message.assistant("A")))))))
        .isEqualTo(json("[{'role':'assistant','content':'A'},{'role':'user','content':'Hi'}]"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullsAreRefusedByName() {
    HistoryPrompts prompts = new HistoryPromptsImpl(RECORDER.client());
    assertThatNullPointerException()
        .isThrownBy(() -> prompts.answer(null))
        .withMessage(
            "HistoryPrompts.answer: the argument 'conversation' is null. Declare the parameter"
                + " @Nullable or Optional if it may be missing.");
    assertThatNullPointerException()
        .isThrownBy(() -> prompts.answer(Arrays.asList(Message.user("a"), null)))
        .withMessage("HistoryPrompts.answer: message 2 of the history is null.");
  }

  @Test
  void aSystemMessageBesideThatOfTheMethodIsRefused() {
    HistoryPrompts prompts = new HistoryPromptsImpl(RECORDER.client());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prompts.ask(Conversation.of(Message.system("T")), "Q"))
        .withMessage(
            "HistoryPrompts.ask: message 1 of the history is a system message, but the method has a"
                + " system message of its own. Leave it out of the history, or remove"
                + " @SystemMessage from the method and its interface.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prompts.answer(List.of()))
        .withMessageStartingWith("HistoryPrompts.answer: the conversation has no messages");
  }

  @Test
  void theResultGoesOn() {
    Conversation[] kept = new Conversation[1];
    RECORDER.body(
        c -> kept[0] = new HistoryPromptsImpl(c).ask(stored(), "And where?").conversation());
    String json = kept[0].toJson();
    String earlier = STORED.substring(0, STORED.length() - 1);

    assertThat(json.replace('"', '\''))
        .startsWith(earlier + ",{'role':'user','content':'And where?'},{'role':'assistant',");
    assertThat(kept[0].messages()).hasSize(6);
    assertThat(Conversation.fromJson(json).toJson()).isEqualTo(json);
    assertThat(Conversation.fromJson(json)).isEqualTo(kept[0]);
  }
}
