package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.Text;
import java.net.URI;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How media are sent, over real HTTP. */
class MediaRequestsTest {
  private static final byte[] PNG = MediaTest.bytes("\u0089PNG\r\n\u001a\n");
  private static final String PNG_URL = "data:image/png;base64,iVBORw0KGgo=";

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private String content(Text text) {
    server.answerText("ok");
    SamplePrompts.HAIKU.value(client, new PromptInput().user(text));
    String body = server.takeBody();
    String start = "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"user\",\"content\":";
    assertThat(body).startsWith(start).endsWith("}]}");
    return body.substring(start.length(), body.length() - "}]}".length());
  }

  private static Text text() {
    return new Text();
  }

  @Test
  void textsAndMediaKeepTheirOrder() {
    Image image = Image.of(PNG);
    assertThat(content(text().append("Look: ").append(image).append("\nand say.").append(image)))
        .isEqualTo(
            "[{\"type\":\"text\",\"text\":\"Look: \"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%1$s\"}},".formatted(PNG_URL)
                + "{\"type\":\"text\",\"text\":\"\\nand say.\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%1$s\"}}]".formatted(PNG_URL));
  }

  @Test
  void aTextThatIsBlankIsNoPart() {
    Image image = Image.of(PNG);
    assertThat(content(text().append("\n").append(image).append("\n \n").append(image).append("")))
        .isEqualTo(
            "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"%1$s\"}},".formatted(PNG_URL)
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%1$s\"}}]".formatted(PNG_URL));
  }

  @Test
  void withoutMediaTheContentIsAText() {
    assertThat(content(text().append("Hi.").append((Image) null))).isEqualTo("\"Hi.\"");
  }

  @Test
  void anImageSaysItsDetail() {
    Image image =
        Image.of(URI.create("https://acme.example/a.png?x=1")).withDetail(ImageDetail.HIGH);
    assertThat(content(text().append(image)))
        .isEqualTo(
            "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://acme.example/a.png?x=1\","
                + "\"detail\":\"high\"}}]");
  }

  @Test
  void aDocumentIsAFile() {
    Document document = Document.of(MediaTest.bytes("%PDF-1.7"));
    String data = "data:application/pdf;base64,JVBERi0xLjc=";
    assertThat(content(text().append(document))).isEqualTo(file("document.pdf", data));
    assertThat(content(text().append(document.withFileName("\"7\".pdf"))))
        .isEqualTo(file("\\\"7\\\".pdf", data));
    assertThat(content(text().append(Document.of(new byte[] {'a'}, "text/plain"))))
        .isEqualTo(file("document", "data:text/plain;base64,YQ=="));
  }

  @Test
  void aDocumentAtAnAddressIsCalledLikeThePage() {
    String uri = "https://acme.example/files/invoice%207.pdf";
    assertThat(content(text().append(Document.of(URI.create(uri)))))
        .isEqualTo(file("invoice 7.pdf", uri));
    assertThat(content(text().append(Document.of(URI.create("https://acme.example/files/")))))
        .isEqualTo(file("document.pdf", "https://acme.example/files/"));
  }

  private static String file(String name, String data) {
    return "[{\"type\":\"file\",\"file\":{\"filename\":\""
        + name
        + "\",\"file_data\":\""
        + data
        + "\"}}]";
  }

  @Test
  void soundIsBareBase64WithItsForm() {
    assertThat(content(text().append(Audio.of(MediaTest.bytes("ID3")))))
        .isEqualTo(
            "[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"SUQz\",\"format\":\"mp3\"}}]");
  }

  @Test
  void aVideoIsAnAddressOrData() {
    assertThat(content(text().append(Video.of(URI.create("https://www.youtube.com/watch?v=1")))))
        .isEqualTo(
            "[{\"type\":\"video_url\",\"video_url\":{\"url\":\"https://www.youtube.com/watch?v=1\"}}]");
    assertThat(content(text().append(Video.of(MediaTest.bytes("OggS")))))
        .isEqualTo(
            "[{\"type\":\"video_url\",\"video_url\":{\"url\":\"data:video/ogg;base64,T2dnUw==\"}}]");
  }

  /** Whatever the length, the pieces make up the Base64 of the whole. */
  @Test
  void anyBytesArriveWhole() {
    Random random = new Random(11);
    int[] lengths = {1, 2, 3, 4, 6143, 6144, 6145, 12_287, 12_288, 12_289, 1_000_000};
    for (int i = 0; i < 30; i++) {
      byte[] bytes = new byte[i < lengths.length ? lengths[i] : 1 + random.nextInt(50_000)];
      random.nextBytes(bytes);
      assertThat(content(text().append(Audio.of(bytes, "audio/wav"))))
          .isEqualTo(
              "[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"%s\",\"format\":\"wav\"}}]"
                  .formatted(Base64.getEncoder().encodeToString(bytes)));
    }
  }

  @Test
  void theMarkToCacheIsOnTheLastText() {
    server.answerText("ok");
    PromptOptions options =
        PromptOptions.builder()
            .cacheControl(CacheControlOptions.builder().user("5m").build())
            .build();
    Text user = text().append("Look: ").append(Image.of(PNG));
    SamplePrompts.HAIKU.value(client, new PromptInput().user(user).options(options));
    assertThat(server.takeBody())
        .contains(
            "[{\"type\":\"text\",\"text\":\"Look: \",\"cache_control\":{\"type\":\"ephemeral\","
                + "\"ttl\":\"5m\"}},{\"type\":\"image_url\"");
  }

  @Test
  void mediaAreShownAgainWhenTheModelIsAskedAgain() {
    server.answerText("{\"summary\":1}").answerText("{\"summary\":\"s\",\"priority\":\"LOW\"}");
    Text user = text().append("Look: ").append(Image.of(PNG));
    SamplePrompts.TRIAGE.value(client, new PromptInput().user(user));
    String image = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + PNG_URL + "\"}}";
    assertThat(server.takeBody()).containsOnlyOnce(image);
    assertThat(server.takeBody()).containsOnlyOnce(image).contains("This answer does not fit");
  }

  @Test
  void moreThanARequestCanHoldIsRefused() {
    Video video = Video.of(new byte[100_000_000], "video/mp4");
    Text user = text().append("Look.");
    for (int i = 0; i < 8; i++) {
      user.append(video);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SamplePrompts.HAIKU.value(client, new PromptInput().user(user)))
        .withMessage(
            "Too large: the request would have about 1,066,669,317 bytes, but may have at most"
                + " 1,000,000,000. Show fewer or smaller media at once, or give their https:"
                + " addresses.");
    assertThat(server.requestCount()).isZero();
  }
}
