package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.annotations.Modality;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models draw and speak. */
class MediaAnswersTest {
  private static final String URL = "data:image/png;base64,iVBORw0KGgo=";
  private static final Image IMAGE = Image.of(URI.create(URL));

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private PromptResult<String> answer(String message) {
    server.answer(
        """
        {"id":"gen-1","model":"m","choices":[{"index":0,"finish_reason":"stop","message":\
        {"role":"assistant",%s}}],"usage":{"prompt_tokens":1,"completion_tokens":2,\
        "total_tokens":3,"cost":0.04,"completion_tokens_details":{"image_tokens":1290}}}"""
            .formatted(message));
    return SamplePrompts.HAIKU.result(client, SamplePrompts.input());
  }

  @Test
  void imagesAreDecoded() {
    PromptResult<String> result =
        answer(
            """
            "content":"A cat.","images":[{"type":"image_url","image_url":{"url":"%s"},"index":0},\
            {"image_url":{"url":"https://cdn.example/2.png"}}]"""
                .formatted(URL));
    assertThat(result.value()).isEqualTo("A cat.");
    assertThat(result.images())
        .containsExactly(IMAGE, Image.of(URI.create("https://cdn.example/2.png")));
    assertThat(result.images().get(0).bytes()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(result.images().get(0).mediaType()).contains("image/png");
    assertThat(result.usage().imageTokens()).hasValue(1290);
    assertThat(result.toString()).doesNotContain("iVBOR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\" \""})
  void anAnswerMayBeNothingButImages(String content) {
    PromptResult<String> result =
        answer("\"content\":" + content + ",\"images\":[{\"image_url\":\"" + URL + "\"}]");
    assertThat(result.value()).isBlank();
    assertThat(result.images()).containsExactly(IMAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "[null]",
        "[7,\"x y\",[1]]",
        "[{\"image_url\":null}]",
        "[{\"image_url\":{\"url\":\"data:image/png;base64,!\"}}]",
        "[{\"image_url\":{\"url\":\"data:text/plain,hi\"}}]",
        "[{\"image_url\":{\"url\":\"ftp://x/y\"}}]",
        "[{\"other\":{\"url\":[{}]}}]"
      })
  void whatIsNoImageIsPassedOver(String images) {
    PromptResult<String> result = answer("\"content\":\"Hi.\",\"images\":" + images);
    assertThat(result.value()).isEqualTo("Hi.");
    assertThat(result.images()).isEmpty();
  }

  @Test
  void withoutTextAndImagesTheAnswerIsEmpty() {
    assertThatThrownBy(() -> answer("\"content\":\"\",\"images\":[{}]"))
        .isInstanceOf(EmptyResponseException.class);
  }

  private PromptStream<String> stream(PromptOptions options, String... deltas) {
    StringBuilder events = new StringBuilder();
    for (String delta : deltas) {
      events
          .append("data: {\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":")
          .append(delta)
          .append(",\"finish_reason\":null}]}\n\n");
    }
    events.append(
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
    server.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(events + "data: [DONE]\n\n")
            .build());
    return SamplePrompts.HAIKU.stream(client, SamplePrompts.input().options(options));
  }

  @Test
  void imagesOfAStreamAreCollected() {
    try (PromptStream<String> stream =
        stream(
            PromptOptions.builder().modalities(Modality.IMAGE, Modality.TEXT).build(),
            "{\"content\":\"A \"}",
            "{\"content\":\"\",\"images\":[{\"image_url\":{\"url\":\"" + URL + "\"}}]}",
            "{\"content\":\"cat.\"}",
            "{\"images\":[{\"image_url\":{\"url\":\"" + URL + "\"}}]}")) {
      assertThat(stream.text()).containsExactly("A ", "cat.");
      assertThat(stream.result().images()).containsExactly(IMAGE, IMAGE);
      assertThat(stream.result().audio()).isEmpty();
    }
    assertThat(server.takeBody()).contains("\"modalities\":[\"image\",\"text\"]");
  }

  @Test
  void aStreamMayBeNothingButImages() {
    try (PromptStream<String> stream =
        stream(
            PromptOptions.builder().build(),
            "{\"images\":[{\"image_url\":{\"url\":\"" + URL + "\"}}]}")) {
      assertThat(stream.result().images()).containsExactly(IMAGE);
      assertThat(stream.result().value()).isEmpty();
    }
  }

  private static final PromptOptions SPOKEN =
      PromptOptions.builder()
          .modalities("text", "audio")
          .audio(AudioOutputOptions.builder().voice("alloy").format("mp3").build())
          .build();

  @Test
  void soundIsPutTogetherAndItsWordsAreTheText() {
    try (PromptStream<String> stream =
        stream(
            SPOKEN,
            "{\"audio\":{\"id\":\"a\",\"transcript\":\"Good \"}}",
            "{\"audio\":{\"data\":\"SUQ\"}}",
            "{\"audio\":{\"data\":\"zAQ\",\"transcript\":\"morning.\"}}",
            "{\"audio\":{\"data\":\"I=\"}}")) {
      assertThat(stream.text()).containsExactly("Good ", "morning.");
      Audio audio = stream.result().audio().orElseThrow();
      assertThat(audio).isEqualTo(Audio.of(new byte[] {'I', 'D', '3', 1, 2}, "audio/mpeg"));
    }
    assertThat(server.takeBody())
        .contains("\"modalities\":[\"text\",\"audio\"]")
        .contains("\"audio\":{\"voice\":\"alloy\",\"format\":\"mp3\"}");
  }

  @Test
  void soundThatIsEncodedPieceByPieceIsPutTogetherToo() {
    try (PromptStream<String> stream =
        stream(
            PromptOptions.builder().build(),
            "{\"content\":\"Hi.\",\"audio\":{\"data\":\"AQ==\",\"transcript\":\"Hi.\"}}",
            "{\"audio\":{\"data\":\"AgM=\"}}",
            "{\"audio\":{\"data\":\"BAUG\"}}")) {
      assertThat(stream.result().value()).isEqualTo("Hi.");
      assertThat(stream.result().audio())
          .contains(Audio.of(new byte[] {1, 2, 3, 4, 5, 6}, "audio/pcm16"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "{\"data\":\"!\"}", "{\"data\":null}"})
  void whatIsNoSoundIsPassedOver(String audio) {
    try (PromptStream<String> stream =
        stream(SPOKEN, "{\"content\":\"Hi.\",\"audio\":" + audio + "}")) {
      assertThat(stream.result().value()).isEqualTo("Hi.");
      assertThat(stream.result().audio()).isEmpty();
    }
  }

  @Test
  void fakesHaveThemToo() {
    Audio audio = Audio.of(new byte[] {1}, "audio/wav");
    PromptResult<String> result =
        PromptResult.builder("x").images(List.of(IMAGE)).audio(audio).build();
    assertThat(result.images()).containsExactly(IMAGE);
    assertThat(result.audio()).contains(audio);
    assertThat(PromptResult.of("x").images()).isEmpty();
    assertThat(PromptResult.of("x").audio()).isEmpty();
  }
}
