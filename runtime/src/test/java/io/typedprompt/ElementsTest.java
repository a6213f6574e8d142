package io.typedprompt;

import static io.typedprompt.SamplePrompts.input;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.stream;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements of a list, as they come. */
@Timeout(60)
class ElementsTest {
  private static final PromptMethod<List<Item>> ITEMS = items(PromptOptions.builder().build());
  private static final String FIRST = "{\"name\":\"a\",\"count\":1}";
  private static final String SECOND = "{\"name\":\"b\",\"count\":2}";
  private static final String THIRD = "{\"name\":\"c\",\"count\":3}";
  private static final String LIST = "{\"value\":[" + FIRST + "," + SECOND + "," + THIRD + "]}";
  private static final List<Item> VALUES =
      List.of(new Item("a", 1), new Item("b", 2), new Item("c", 3));

  /** An element. */
  record Item(String name, int count) {}

  /** An element that equals nothing but itself. */
  private static final class Place {
    final String name;

    Place(String name) {
      this.name = name;
    }
  }

  private static final class PlacesFormat extends AnswerFormat<List<Place>> {
    private static final ObjectNames ANSWER = ObjectNames.of("answer").required("value");

    PlacesFormat() {
      super("List_of_Place", "{\"type\":\"object\"}");
    }

    @Override
    public @Nullable List<Place> read(AnswerReader in) {
      if (!in.beginObject(ANSWER)) {
        return null;
      }
      List<Place> value = new ArrayList<>();
      while (in.nextProperty() >= 0) {
        if (in.beginArray()) {
          while (in.nextElement()) {
            value.add(new Place(in.readString()));
          }
        }
      }
      return in.endObject() ? value : null;
    }
  }

  private static final class ItemsFormat extends AnswerFormat<List<Item>> {
    private static final ObjectNames ANSWER = ObjectNames.of("answer").required("value");
    private static final ObjectNames ITEM =
        ObjectNames.of("Item").required("name").required("count");

    ItemsFormat() {
      super("List_of_Item", "{\"type\":\"object\"}");
    }

    @Override
    public @Nullable List<Item> read(AnswerReader in) {
      if (!in.beginObject(ANSWER)) {
        return null;
      }
      List<Item> value = new ArrayList<>();
      while (in.nextProperty() >= 0) {
        if (in.beginArray()) {
          while (in.nextElement()) {
            value.add(readItem(in));
          }
        }
      }
      return in.endObject() ? value : null;
    }

    private static @Nullable Item readItem(AnswerReader in) {
      if (!in.beginObject(ITEM)) {
        return null;
      }
      String name = null;
      int count = 0;
      for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
        if (property == 0) {
          name = in.readString();
        } else {
          count = in.readInt();
        }
      }
      return in.endObject() ? new Item(name, count) : null;
    }
  }

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static PromptMethod<List<Item>> items(PromptOptions options) {
    return PromptMethod.typed(
        "com.acme.Shop.items",
        options.withDefaults(PromptOptions.builder().models("vendor/model").build()),
        new ItemsFormat());
  }

  private static MockResponse.Builder events() {
    return new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
  }

  private Stream<Item> open(String... pieces) {
    server.answer(events().body(stream(pieces)).build());
    return PromptMethod.elements(ITEMS, client, input());
  }

  /** The elements up to the failure that ends them. */
  private static OutputFormatException misfit(Stream<Item> stream, List<Item> elements) {
    return catchThrowableOfType(
        OutputFormatException.class, () -> stream.forEachOrdered(elements::add));
  }

  @Test
  void elementsAreThoseOfTheList() {
    try (Stream<Item> items = open(LIST)) {
      assertThat(items).isEqualTo(VALUES);
    }
    assertThat(server.takeBody()).contains("\"response_format\"", "\"stream\":true");
  }

  @Test
  void elementsNeedNoEqualityOfTheirOwn() {
    PromptMethod<List<Place>> places =
        PromptMethod.typed(
            "com.acme.Shop.places",
            PromptOptions.builder().models("vendor/model").build(),
            new PlacesFormat());
    server.answer(events().body(stream("Sure:\n{\"value\":[\"a\",\"b\"", ",\"c\"]}")).build());

    assertThat(PromptMethod.elements(places, client, input()).map(place -> place.name))
        .containsExactly("a", "b", "c");
  }

  @Test
  void anEmptyListHasNone() {
    assertThat(open("{\"value\":[]}")).isEmpty();
  }

  @Test
  void anElementIsHandedOverBeforeTheOneAfterTheNextBegins() throws Exception {
    try (StreamServer slow = new StreamServer(true);
        OpenRouterClient patient = slow.clientBuilder().build();
        Stream<Item> items = PromptMethod.elements(ITEMS, patient, input())) {
      StreamServer.Connection connection = slow.next();
      Iterator<Item> iterator = items.iterator();

      connection.send(text("{\"value\":[" + FIRST));
      assertThat(iterator.next()).isEqualTo(VALUES.get(0));
      connection.send(text("," + SECOND.substring(0, 5)) + text(SECOND.substring(5)));
      assertThat(iterator.next()).isEqualTo(VALUES.get(1));
      connection.send(text("," + THIRD + "]}") + end("stop"));
      connection.end();
      assertThat(iterator.next()).isEqualTo(VALUES.get(2));
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void theyAreTheSameHoweverTheTextIsCut() {
    String text = "Sure: é 😊\n```json\n" + LIST + "\n```";
    for (int i = 0; i <= text.length(); i++) {
      if (i > 0 && Character.isHighSurrogate(text.charAt(i - 1))) {
        continue;
      }
      assertThat(open(text.substring(0, i), text.substring(i))).isEqualTo(VALUES);
    }
    assertThat(open(LIST.split(""))).isEqualTo(VALUES);
  }

  @Test
  void theyAreTheSameHoweverTheBytesAreCut() {
    String body = stream(LIST.substring(0, 20), LIST.substring(20));
    for (int size = 1; size < 64; size++) {
      server.answer(events().chunkedBody(body, size).build());
      assertThat(PromptMethod.elements(ITEMS, client, input())).isEqualTo(VALUES);
    }
  }

  @Test
  void anAnswerInOnePieceHasElementsToo() {
    server.answerText(LIST);

    assertThat(PromptMethod.elements(ITEMS, client, input())).isEqualTo(VALUES);
  }

  @Test
  void anElementThatDoesNotFitEndsTheStreamWithWhatItCost() {
    List<Item> elements = new ArrayList<>();

    OutputFormatException e =
        misfit(
            open("{\"value\":[" + FIRST + ",{\"name\":\"b\",\"count\":\"x\"},", THIRD + "]}"),
            elements);

    assertThat(elements).containsExactly(VALUES.get(0));
    assertThat(e)
        .hasMessage(
            "Shop.items: the answer does not fit the type: /value/1/count: expected an integer,"
                + " found \"x\". A stream asks only once; a method that returns the value itself"
                + " asks again. (generation gen-1)");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(e.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(e.text()).startsWith("{\"value\":[").endsWith("]}");
  }

  @Test
  void whatIsAroundTheListIsCheckedToo() {
    List<Item> elements = new ArrayList<>();

    OutputFormatException e = misfit(open(LIST + "\nor\n{\"value\":[]}"), elements);

    assertThat(elements).isEqualTo(VALUES);
    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().get(0).expected()).isEqualTo("one answer");
  }

  @Test
  void aListThatTheReaderOfTheWholePrefersIsNotMixedWithTheElementsBefore() {
    List<Item> elements = new ArrayList<>();

    OutputFormatException e =
        misfit(open(LIST, "\nBetter:\n```json\n{\"value\":[" + SECOND + "]}\n```"), elements);

    assertThat(elements).isEqualTo(VALUES);
    assertThat(e)
        .hasMessage(
            "Shop.items: the answer does not fit the type: expected one list, found a list of 1"
                + " after the first 3 of another one. A stream asks only once; a method that"
                + " returns the list itself asks again. (generation gen-1)");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(e.provider()).contains("Vendor");
    assertThat(e.generationId()).contains("gen-1");
  }

  @Test
  void aSecondListOfTheSameLengthIsSeen() {
    String other = LIST.replace("\"count\":3", "\"count\":4");

    assertThat(misfit(open(LIST, "\n```json\n" + other + "\n```"), new ArrayList<>())).isNotNull();
    assertThat(open(LIST, "\n```json\n" + LIST + "\n```")).isEqualTo(VALUES);
  }

  @Test
  void aListThatIsCutEndsWithThatFailure() {
    server.answer(
        events().body(text("{\"value\":[" + FIRST + "," + SECOND) + end("length")).build());
    List<Item> elements = new ArrayList<>();
    Stream<Item> items = PromptMethod.elements(ITEMS, client, input());

    TruncatedOutputException e =
        catchThrowableOfType(
            TruncatedOutputException.class, () -> items.forEachOrdered(elements::add));

    assertThat(elements).isEqualTo(VALUES.subList(0, 2));
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
  }

  @Test
  void aStreamThatBreaksOffIsAFailureAfterTheElementsThatCame() {
    server.answer(events().body(text("{\"value\":[" + FIRST + ",")).build());
    List<Item> elements = new ArrayList<>();
    Iterator<Item> items = PromptMethod.elements(ITEMS, client, input()).iterator();
    elements.add(items.next());

    Throwable failure = catchThrowable(items::hasNext);

    assertThat(elements).containsExactly(VALUES.get(0));
    assertThat(failure).isInstanceOf(OpenRouterException.class);
    assertThat(catchThrowable(items::hasNext)).isSameAs(failure);
  }

  @Test
  void closingCancelsTheCall() throws Exception {
    try (StreamServer slow = new StreamServer(true);
        OpenRouterClient patient = slow.clientBuilder().build()) {
      Stream<Item> items = PromptMethod.elements(ITEMS, patient, input());
      StreamServer.Connection connection = slow.next();
      connection.send(text("{\"value\":[" + FIRST));
      Iterator<Item> iterator = items.iterator();
      assertThat(iterator.next()).isEqualTo(VALUES.get(0));

      items.close();

      connection.awaitClose();
      assertThat(catchThrowable(iterator::hasNext)).isInstanceOf(CallCancelledException.class);
    }
  }

  @Test
  void aLimitedStreamReadsNoFurther() throws Exception {
    try (StreamServer slow = new StreamServer(true);
        OpenRouterClient patient = slow.clientBuilder().build();
        Stream<Item> items = PromptMethod.elements(ITEMS, patient, input())) {
      StreamServer.Connection connection = slow.next();
      connection.send(text("{\"value\":[" + FIRST + ","));

      assertThat(items.limit(1)).containsExactly(VALUES.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void strictnessCountsForTheWhole(boolean strict) {
    server.answer(events().body(stream("```json\n" + LIST + "\n```")).build());
    Stream<Item> items =
        PromptMethod.elements(
            items(PromptOptions.builder().strict(strict).build()), client, input());

    if (strict) {
      assertThat(misfit(items, new ArrayList<>()).problems().get(0).expected())
          .isEqualTo("JSON and nothing else");
    } else {
      assertThat(items).isEqualTo(VALUES);
    }
  }

  @Test
  void aFailureBeforeTheStreamIsThrownByTheMethod() {
    server.answer(401, "{\"error\":{\"message\":\"m\",\"code\":401}}");

    assertThat(
            catchThrowableOfType(
                AuthenticationException.class, () -> PromptMethod.elements(ITEMS, client, input())))
        .isNotNull();
  }

  private Stream<Item> openAfterTools(String said, String... pieces) {
    String call =
        StreamFixtures.chunk(
            "{\"tool_calls\":["
                + SampleTools.call("c1", "get_weather", "{\"city\":\"Paris\"}")
                + "]}",
            null,
            "");
    server.answer(events().body(text(said) + call + end("tool_calls")).build());
    server.answer(events().body(stream(pieces)).build());
    return PromptMethod.elements(ITEMS, client, input().tools(List.of(new SampleTools.Weather())));
  }

  @Test
  void whatIsSaidBeforeToolsHasNoElements() {
    try (Stream<Item> items = openAfterTools("Let me see [1, 2] and {\"value\":[", LIST)) {
      assertThat(items).isEqualTo(VALUES);
    }
  }

  @Test
  void elementsFromBeforeToolsMustBeThoseOfTheAnswer() {
    try (Stream<Item> items = openAfterTools("{\"value\":[" + FIRST + "," + SECOND + "]}", LIST)) {
      assertThat(items).isEqualTo(VALUES);
    }
    List<Item> elements = new ArrayList<>();
    String other = "{\"value\":[" + SECOND + "," + THIRD + "]}";
    assertThat(misfit(openAfterTools("{\"value\":[" + FIRST + "]}", other), elements))
        .hasMessageContaining("a list of 2 after the first 1 of another one");
    assertThat(elements).containsExactly(VALUES.get(0));
  }
}
