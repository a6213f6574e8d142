package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n....");
  private static final byte[] PDF = bytes("%PDF-1.7\n...");

  @TempDir Path folder;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The first bytes in Base64, since tables are hard to write in bytes. */
  private static byte[] unescaped(String text) {
    return bytes(text.replace('_', '\0').replace('~', '\u00ff').translateEscapes());
  }

  @ParameterizedTest
  @CsvSource({
    "'\\211PNG\\r\\n\\032\\n', image/png",
    "'~\\330~\\340', image/jpeg",
    "GIF87a, image/gif",
    "GIF89a, image/gif",
    "RIFF....WEBPVP8, image/webp",
    "'II*_....', image/tiff",
    "'MM_*....', image/tiff",
    "'BM....____', image/bmp",
    "'___\\040ftypavif', image/avif",
    "'___\\040ftypheic', image/heic",
    "'___\\040ftypmif1', image/heic"
  })
  void knowsImagesByTheirFirstBytes(String start, String type) {
    assertThat(Image.of(unescaped(start)).mediaType()).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF....WAVEfmt, audio/wav, wav",
    "FORM....AIFFCOMM, audio/aiff, aiff",
    "FORM....AIFCCOMM, audio/aiff, aiff",
    "fLaC...., audio/flac, flac",
    "OggS...., audio/ogg, ogg",
    "ID3...., audio/mpeg, mp3",
    "'~\\373\\220_', audio/mpeg, mp3",
    "'~\\363\\220_', audio/mpeg, mp3",
    "'~\\361P\\200', audio/aac, aac",
    "'~\\371P\\200', audio/aac, aac",
    "'___\\040ftypM4A ', audio/mp4, m4a",
    "'___\\040ftypisom', audio/mp4, m4a",
    "'\\032E\\337\\243....webm', audio/webm, webm"
  })
  void knowsSoundByItsFirstBytes(String start, String type, String format) {
    Audio audio = Audio.of(unescaped(start));
    assertThat(audio.mediaType()).contains(type);
    assertThat(audio.format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "'___\\040ftypisom', video/mp4",
    "'___\\040ftypmp42', video/mp4",
    "'___\\040ftypqt  ', video/quicktime",
    "'____moov', video/quicktime",
    "'\\032E\\337\\243..B\\202\\204webm', video/webm",
    "'\\032E\\337\\243..B\\202\\210matroska', video/x-matroska",
    "'__\\001\\272', video/mpeg",
    "'__\\001\\263', video/mpeg",
    "RIFF....AVI LIST, video/x-msvideo",
    "OggS...., video/ogg"
  })
  void knowsVideosByTheirFirstBytes(String start, String type) {
    assertThat(Video.of(unescaped(start)).mediaType()).contains(type);
  }

  @Test
  void knowsPdfs() {
    assertThat(Document.of(PDF).mediaType()).contains("application/pdf");
    assertThat(Document.of(bytes("\r\n<junk>\n%PDF-1.4")).mediaType()).contains("application/pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpg, image/jpeg",
    "IMAGE/PNG, image/png",
    "'image/svg+xml; charset=utf-8', image/svg+xml"
  })
  void spellsMediaTypesAsUsual(String given, String usual) {
    assertThat(Image.of(PNG, given).mediaType()).contains(usual);
  }

  @ParameterizedTest
  @CsvSource({
    "audio/mp3, mp3",
    "audio/x-wav, wav",
    "audio/vnd.wave, wav",
    "audio/x-m4a, m4a",
    "audio/L16; rate=24000, pcm16",
    "audio/l24, pcm24",
    "audio/pcm16, pcm16",
    "audio/opus, opus"
  })
  void namesTheFormOfSoundAsTheApiDoes(String type, String format) {
    assertThat(Audio.of(new byte[] {1, 2}, type).format()).isEqualTo(format);
  }

  @Test
  void readsFilesStreamsAndUris() throws IOException {
    Path file = Files.write(folder.resolve("scan.png"), PNG);
    assertThat(Image.of(file).bytes()).isEqualTo(PNG);
    assertThat(Image.of(file, "image/x-own").mediaType()).contains("image/x-own");
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new ByteArrayInputStream(PNG) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    assertThat(Image.of(in)).isEqualTo(Image.of(PNG));
    assertThat(closed).isFalse();
    assertThat(Image.of(new ByteArrayInputStream(PNG), "image/png")).isEqualTo(Image.of(PNG));
    String base64 = Base64.getEncoder().encodeToString(PNG);
    assertThat(Image.of(URI.create("data:image/png;base64," + base64))).isEqualTo(Image.of(PNG));
    assertThat(Image.of(URI.create("data:;base64," + base64))).isEqualTo(Image.of(PNG));
    assertThat(Image.of(URI.create("DATA:image/png;x=y;base64," + base64.replace("=", "%3D"))))
        .isEqualTo(Image.of(PNG));
    assertThat(Document.of(URI.create("data:text/plain,a%20b%C3%A4")).bytes())
        .isEqualTo(new byte[] {'a', ' ', 'b', (byte) 0xc3, (byte) 0xa4});
  }

  @Test
  void anAddressIsOnlyAnAddress() {
    URI uri = URI.create("https://acme.example/scan.png?signature=secret");
    Image image = Image.of(uri);
    assertThat(image.uri()).contains(uri);
    assertThat(image.mediaType()).isEmpty();
    assertThat(image.size()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(image::bytes)
        .withMessage(
            "Only the address is known, not the content: TypedPrompt fetches nothing from there.");
    assertThat(image).hasToString("Image{at acme.example}");
  }

  @Test
  void nothingShowsTheContent() {
    assertThat(Image.of(PNG)).hasToString("Image{image/png, 12 bytes}");
    assertThat(Document.of(PDF)).hasToString("Document{application/pdf, 12 bytes}");
    assertThat(Audio.of(bytes("fLaC"))).hasToString("Audio{audio/flac, 4 bytes}");
    assertThat(Video.of(bytes("OggS"))).hasToString("Video{video/ogg, 4 bytes}");
  }

  @Test
  void nobodyCanChangeIt() {
    byte[] given = PNG.clone();
    Image image = Image.of(given);
    given[0] = 0;
    image.bytes()[1] = 0;
    assertThat(image.bytes()).isEqualTo(PNG);
    assertThat(image.withDetail(ImageDetail.LOW).detail()).contains("low");
    assertThat(image.detail()).isEmpty();
  }

  @Test
  void isEqualIfItShowsTheSameInTheSameWay() {
    Image image = Image.of(PNG);
    assertThat(image).isEqualTo(Image.of(PNG)).hasSameHashCodeAs(Image.of(PNG));
    assertThat(image).isNotEqualTo(Image.of(PNG, "image/gif"));
    assertThat(image).isNotEqualTo(image.withDetail("low"));
    assertThat(image.withDetail("low")).isEqualTo(image.withDetail("low"));
    assertThat(Document.of(PDF)).isNotEqualTo(Document.of(PDF).withFileName("a.pdf"));
    assertThat(Video.of(bytes("OggS"))).isNotEqualTo(Audio.of(bytes("OggS"), "audio/ogg"));
  }

  @Test
  void aDocumentIsCalledLikeItsFile() throws IOException {
    Path file = Files.write(folder.resolve("invoice 7.pdf"), PDF);
    assertThat(Document.of(file).fileName()).contains("invoice 7.pdf");
    assertThat(Document.of(file).withFileName("x.pdf").fileName()).contains("x.pdf");
    assertThat(Document.of(PDF).fileName()).isEmpty();
    assertThat(Document.of(file, "text/plain").fileName()).contains("invoice 7.pdf");
  }

  @Test
  void savesWhatAModelDrew() throws IOException {
    Path file = Files.write(folder.resolve("drawing.png"), new byte[100]);
    Image.of(PNG).save(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(PNG);
    assertThatThrownBy(() -> Image.of(PNG).save(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(folder + " cannot be written: ");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    Path file = folder.resolve("missing.png");
    assertThatThrownBy(() -> Image.of(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + " cannot be read: java.nio.file.NoSuchFileException: " + file);
  }

  @Test
  void saysWhatIsTooLarge() throws IOException {
    Path file = folder.resolve("film.mp4");
    try (var channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.allocate(1), 123_456_788);
    }
    refused(
        file,
        Video::of,
        "Too large: "
            + file
            + " has 123,456,789 bytes, but a video may have at most 100,000,000 bytes. Make it"
            + " smaller, or give the https: address where it can be fetched.");
    refused(
        new Endless(),
        in -> Audio.of(in, "audio/wav"),
        "Too large: the stream has more, but an audio may have at most 100,000,000 bytes. Make it"
            + " smaller.");
    refused(
        new byte[100_000_001],
        bytes -> Image.of(bytes, "image/png"),
        "Too large: the content has 100,000,001 bytes, but an image may have at most 100,000,000"
            + " bytes. Make it smaller, or give the https: address where it can be fetched.");
  }

  @Test
  void saysWhatItIsInstead() throws IOException {
    Path file = Files.write(folder.resolve("scan.png"), PDF);
    refused(
        file,
        Image::of,
        "The first bytes of "
            + file
            + " say that it is application/pdf, which is not an image. Pass it as Document.");
    refused(
        PNG,
        Document::of,
        "The first bytes of the content say that it is image/png, which is not a document. Pass it"
            + " as Image.");
    refused(
        bytes("OggS"),
        Image::of,
        "The first bytes of the content say that it is audio/ogg, which is not an image. Pass it as"
            + " Audio.");
    refused(
        PNG,
        bytes -> Image.of(bytes, "application/pdf"),
        "application/pdf is not the media type of an image, which is one such as image/png. Pass it"
            + " as Document.");
    refused(
        PNG,
        bytes -> Document.of(bytes, "video/mp4"),
        "video/mp4 is not the media type of a document, which is one such as application/pdf. Pass"
            + " it as Video.");
  }

  @Test
  void saysThatItIsUnknown() {
    refused(
        bytes("Hello"),
        Image::of,
        "The first bytes of the content do not tell what it is. Give its media type, as in"
            + " Image.of(bytes, \"image/png\").");
    refused(new byte[0], Image::of, "Nothing to send: the content is empty.");
    refused(new byte[0], b -> Audio.of(b, "audio/wav"), "Nothing to send: the content is empty.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"png", "", "image/", "/png", "image/png/x", "image/p ng", "image/\"png\""})
  void saysThatItIsNoMediaType(String type) {
    refused(
        PNG,
        bytes -> Image.of(bytes, type),
        "'" + type + "' is no media type. Write one such as image/png.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://acme.example/a.png, begins with http:",
    "file:/tmp/a.png, begins with file:",
    "a.png, has no scheme",
    "https:a.png, names no host"
  })
  void saysThatAnAddressCannotBeUsed(String uri, String flaw) {
    refused(
        URI.create(uri),
        Image::of,
        "The address of an image is a whole https: or data: URI, but this one "
            + flaw
            + ". Read a file with Image.of(Path).");
  }

  @Test
  void saysThatADataUriIsWrongWithoutItsContent() {
    refused(
        URI.create("data:image/png;base64"),
        Image::of,
        "A data: URI is written as data:image/png;base64,..., but this one has no comma.");
    refused(
        URI.create("data:image/png;base64,SECRET!"),
        Image::of,
        "The content of the data: URI is not Base64.");
  }

  /** Whatever the bytes are, nothing else is thrown than what is promised. */
  @Test
  void survivesAnyBytes() {
    Random random = new Random(7);
    String[] starts = {"", "~", "RIFF", "____ftyp", "\\032E\\337\\243", "II", "%PDF", "FORM", "BM"};
    for (int i = 0; i < 5000; i++) {
      byte[] start = unescaped(starts[random.nextInt(starts.length)]);
      byte[] bytes = new byte[start.length + random.nextInt(20)];
      random.nextBytes(bytes);
      System.arraycopy(start, 0, bytes, 0, start.length);
      try {
        assertThat(Image.of(bytes).mediaType()).get().asString().startsWith("image/");
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(?s)(The first bytes|Nothing to send).*\\.");
      }
    }
  }

  private static <T> void refused(T source, Function<T, ?> factory, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.apply(source))
        .withMessage(message);
  }

  /** A stream that has no end. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] bytes, int start, int count) {
      return count;
    }
  }
}
