package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Audio;
import io.typedprompt.Conversation;
import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.ImageDetail;
import io.typedprompt.Message;
import io.typedprompt.Video;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What generated code makes of media; the bodies are as the API takes them. */
class MediaBodiesTest {
  private static final Recorder RECORDER = new Recorder();

  private static final Image PNG =
      Image.of("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
  private static final String PNG_PART =
      "{'type':'image_url','image_url':{'url':'data:image/png;base64,iVBORw0KGgo='}}";
  private static final Document PDF =
      Document.of("%PDF".getBytes(StandardCharsets.US_ASCII), "application/pdf");
  private static final String PDF_PART =
      "{'type':'file','file':{'filename':'document.pdf',"
          + "'file_data':'data:application/pdf;base64,JVBERg=='}}";

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  private static JsonNode json(String text) {
    return Recorder.json(text.replace('\'', '"'));
  }

  @Test
  void eachKindHasAPartOfItsOwn() {
    Audio audio = Audio.of(new byte[] {1, 2, 3}, "audio/wav");
    Video video = Video.of(URI.create("https://www.youtube.com/watch?v=1"));
    Image detailed = PNG.withDetail(ImageDetail.ORIGINAL);

    assertThat(
            RECORDER
                .body(c -> new MediaPromptsImpl(c).all(detailed, PDF, audio, video))
                .at("/messages/0/content"))
        .isEqualTo(
            json(
                "[{'type':'text','text':'Look.'},"
                    + PNG_PART.replace("='}}", "=','detail':'original'}}")
                    + ","
                    + PDF_PART
                    + ",{'type':'input_audio','input_audio':{'data':'AQID','format':'wav'}},"
                    + "{'type':'video_url','video_url':{'url':'https://www.youtube.com/watch?v=1'}}]"));
  }

  @Test
  void thePlacesAreThoseOfTheTemplate() {
    assertThat(
            RECORDER
                .body(c -> new MediaPromptsImpl(c).named(List.of(PDF, PNG), PNG))
                .at("/messages/0/content"))
        .isEqualTo(
            json(
                "[{'type':'text','text':'First '},"
                    + PNG_PART
                    + ",{'type':'text','text':' then '},"
                    + PDF_PART
                    + ","
                    + PNG_PART
                    + ",{'type':'text','text':' and last.',"
                    + "'cache_control':{'type':'ephemeral','ttl':'1h'}}]"));
  }

  @Test
  void aConversationKeepsWhatWasShown() {
    Conversation made = Conversation.of(Message.user("This is it:", PNG), Message.assistant("Ah."));
    Conversation[] kept = new Conversation[1];
    JsonNode body =
        RECORDER.body(
            c -> kept[0] = new MediaPromptsImpl(c).chat(made, "And this?", PDF).conversation());

    String messages =
        "[{'role':'user','content':[{'type':'text','text':'This is it:'},"
            + PNG_PART
            + "]},{'role':'assistant','content':'Ah.'},"
            + "{'role':'user','content':[{'type':'text','text':'And this?'},"
            + PDF_PART
            + "]}]";
    assertThat(body.path("messages")).isEqualTo(json(messages));
    String stored = kept[0].toJson();
    Conversation restored = Conversation.fromJson(stored);
    assertThat(restored.toJson()).isEqualTo(stored);
    assertThat(restored).isEqualTo(kept[0]).hasSameHashCodeAs(kept[0]);
    JsonNode again = RECORDER.body(c -> new MediaPromptsImpl(c).chat(restored, "So?"));
    assertThat(again.at("/messages/2")).isEqualTo(body.at("/messages/2"));
    assertThat(again.at("/messages/4/content").stringValue()).isEqualTo("So?");
  }

  /** Whatever is shown, and wherever, the document allows the body and nothing is lost. */
  @Test
  void anythingCanBeShown() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      byte[] bytes = new byte[1 + random.nextInt(9000)];
      random.nextBytes(bytes);
      Document document = Document.of(bytes, "application/pdf").withFileName("\"" + i + "\" ü.pdf");
      Audio audio = Audio.of(bytes, random.nextBoolean() ? "audio/mpeg" : "audio/ogg");
      Video video = Video.of(bytes, "video/mp4");

      JsonNode content =
          RECORDER
              .body(
                  c -> new MediaPromptsImpl(c).chat(Conversation.of(), "?", video, audio, document))
              .at("/messages/0/content");

      String base64 = Base64.getEncoder().encodeToString(bytes);
      assertThat(content.at("/1/video_url/url").stringValue())
          .isEqualTo("data:video/mp4;base64," + base64);
      assertThat(content.at("/2/input_audio/data").stringValue()).isEqualTo(base64);
      assertThat(content.at("/3/file/file_data").stringValue())
          .isEqualTo("data:application/pdf;base64," + base64);
      assertThat(content.at("/3/file/filename").stringValue()).isEqualTo("\"" + i + "\" ü.pdf");
    }
  }
}
