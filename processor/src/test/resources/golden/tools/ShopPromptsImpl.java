package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.ServerToolOptions;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.JsonOut;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import io.typedprompt.codegen.TextType;
import io.typedprompt.codegen.TimeTypes;
import io.typedprompt.codegen.ToolMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class ShopPromptsImpl implements ShopPrompts {
  private static final PromptOptions OPTIONS = PromptOptions.builder()
      .models("openai/gpt-4o-mini")
      .maxToolRounds(4)
      .build();

  private static final PromptMethod<String> ASK = PromptMethod.text("com.example.ShopPrompts.ask",
      OPTIONS);

  private static final PromptMethod<String> ASK_FOR = PromptMethod.text(
      "com.example.ShopPrompts.askFor", OPTIONS);

  private static final PromptOptions ARRIVAL_OPTIONS = PromptOptions.builder()
      .serverTools(ServerToolOptions.of("openrouter:web_search", "{\"max_results\": 3}"))
      .toolChoice("required")
      .build()
      .withDefaults(OPTIONS);

  private static final PromptMethod<LocalDate> ARRIVAL = PromptMethod.typed(
      "com.example.ShopPrompts.arrival", ARRIVAL_OPTIONS, new LocalDateFormat());

  private static final PromptMethod<String> CHAT = PromptMethod.text("com.example.ShopPrompts.chat",
      OPTIONS);

  private static final ObjectNames ANSWER_PROPERTIES = ObjectNames.of("answer").required("value");

  private static final TextType<LocalDate> LOCAL_DATE = TimeTypes.localDate();

  private static final ObjectNames FIND_ARGUMENTS_PROPERTIES = ObjectNames.of("FindArguments")
      .required("words")
      .optional("order")
      .required("most");

  private static final EnumNames<Stock.Order> ORDER_CONSTANTS = EnumNames.<Stock.Order>of("Order")
      .constant(Stock.Order.CHEAPEST, "CHEAPEST")
      .constant(Stock.Order.NEWEST, "NEWEST");

  private static final ObjectNames BY_SKU_ARGUMENTS_PROPERTIES = ObjectNames.of("BySkuArguments")
      .required("stock_keeping_unit", "sku");

  private static final ObjectNames ADD_ARGUMENTS_PROPERTIES = ObjectNames.of("AddArguments")
      .required("sku")
      .required("count");

  private static final ObjectNames SHOW_ARGUMENTS_PROPERTIES = ObjectNames.of("ShowArguments");

  private static final ObjectNames TODAY_ARGUMENTS_PROPERTIES = ObjectNames.of("TodayArguments");

  private static final ObjectNames HOLIDAY_ARGUMENTS_PROPERTIES = ObjectNames.of("HolidayArguments")
      .required("date");

  private static final ObjectNames RATE_ARGUMENTS_PROPERTIES = ObjectNames.of("RateArguments")
      .required("from")
      .required("to");

  private final OpenRouterClient client;

  private final Stock stock;

  private final Basket basket;

  private final Calendar calendar;

  /**
   * @param client sends the prompts; it stays open
   * @param stock has methods that the model may call
   * @param basket has methods that the model may call
   * @param calendar has methods that the model may call
   */
  public ShopPromptsImpl(OpenRouterClient client, Stock stock, Basket basket, Calendar calendar) {
    this.client = Objects.requireNonNull(client, "client");
    this.stock = Objects.requireNonNull(stock, "stock");
    this.basket = Objects.requireNonNull(basket, "basket");
    this.calendar = Objects.requireNonNull(calendar, "calendar");
  }

  @Override
  public String ask(String question) {
    Arguments.present("ShopPrompts.ask", "question", question);
    Text user = new Text().append(question);
    return ASK.value(client, new PromptInput()
        .user(user.toString())
        .tools(List.of(
            new FindTool(this.stock),
            new BySkuTool(this.stock),
            new AddTool(this.basket),
            new ShowTool(this.basket))));
  }

  @Override
  public String askFor(Basket basket, String question) {
    Arguments.present("ShopPrompts.askFor", "basket", basket);
    Arguments.present("ShopPrompts.askFor", "question", question);
    Text user = new Text().append(question);
    return ASK_FOR.value(client, new PromptInput()
        .user(user.toString())
        .tools(List.of(
            new FindTool(this.stock),
            new BySkuTool(this.stock),
            new AddTool(basket),
            new ShowTool(basket))));
  }

  @Override
  public LocalDate arrival(String what) {
    Arguments.present("ShopPrompts.arrival", "what", what);
    Text user = new Text()
        .append("When does ")
        .append(what)
        .append(" arrive?");
    return ARRIVAL.value(client, new PromptInput()
        .user(user.toString())
        .tools(List.of(
            new TodayTool(this.calendar),
            new HolidayTool(this.calendar),
            new RateTool())));
  }

  @Override
  public String chat(String question) {
    Arguments.present("ShopPrompts.chat", "question", question);
    Text user = new Text().append(question);
    return CHAT.value(client, new PromptInput().user(user.toString()));
  }

  private static void writeProductList(JsonOut out, List<Stock.Product> value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (Stock.Product element : value) {
      writeProduct(out, element);
    }
    out.endArray();
  }

  private static void writeProduct(JsonOut out, Stock.Product value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.name("sku").value(value.sku());
    out.name("name").value(value.name());
    out.name("price").value(value.price());
    out.name("left").value(value.left());
    out.endObject();
  }

  private static FindArguments readFindArguments(AnswerReader in) {
    if (!in.beginObject(FIND_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    String words = null;
    Optional<Stock.Order> order = Optional.empty();
    int most = 0;
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> words = in.readString();
        case 1 -> order = in.readNull() ? Optional.empty() : Optional.ofNullable(in.readEnum(ORDER_CONSTANTS));
        case 2 -> most = in.readInt();
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new FindArguments(words, order, most);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static BySkuArguments readBySkuArguments(AnswerReader in) {
    if (!in.beginObject(BY_SKU_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    String sku = null;
    while (in.nextProperty() >= 0) {
      sku = in.readString();
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new BySkuArguments(sku);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static AddArguments readAddArguments(AnswerReader in) {
    if (!in.beginObject(ADD_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    String sku = null;
    int count = 0;
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> sku = in.readString();
        case 1 -> count = in.readInt();
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new AddArguments(sku, count);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static ShowArguments readShowArguments(AnswerReader in) {
    if (!in.beginObject(SHOW_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    in.nextProperty();
    if (!in.endObject()) {
      return null;
    }
    try {
      return new ShowArguments();
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static TodayArguments readTodayArguments(AnswerReader in) {
    if (!in.beginObject(TODAY_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    in.nextProperty();
    if (!in.endObject()) {
      return null;
    }
    try {
      return new TodayArguments();
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static HolidayArguments readHolidayArguments(AnswerReader in) {
    if (!in.beginObject(HOLIDAY_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    LocalDate date = null;
    while (in.nextProperty() >= 0) {
      date = in.readText(LOCAL_DATE);
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new HolidayArguments(date);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static RateArguments readRateArguments(AnswerReader in) {
    if (!in.beginObject(RATE_ARGUMENTS_PROPERTIES)) {
      return null;
    }
    String from = null;
    String to = null;
    for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
      switch (property) {
        case 0 -> from = in.readString();
        case 1 -> to = in.readString();
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new RateArguments(from, to);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private record FindArguments(String words, Optional<Stock.Order> order, int most) {
  }

  private static final class FindTool extends ToolMethod<FindArguments> {
    private final Stock stock;

    FindTool(Stock stock) {
      super("find", "Finds products that are in stock.", new FindArgumentsFormat());
      this.stock = stock;
    }

    @Override
    public String call(FindArguments arguments) throws Exception {
      Text text = new Text();
      writeProductList(text.json(), stock.find(arguments.words(), arguments.order(),
          arguments.most()));
      return text.toString();
    }
  }

  private record BySkuArguments(String sku) {
  }

  private static final class BySkuTool extends ToolMethod<BySkuArguments> {
    private final Stock stock;

    BySkuTool(Stock stock) {
      super("product", "One product by its SKU.", new BySkuArgumentsFormat(), false);
      this.stock = stock;
    }

    @Override
    public String call(BySkuArguments arguments) throws Exception {
      Text text = new Text();
      writeProduct(text.json(), stock.bySku(arguments.sku()));
      return text.toString();
    }
  }

  private record AddArguments(String sku, int count) {
  }

  private static final class AddTool extends ToolMethod<AddArguments> {
    private final Basket basket;

    AddTool(Basket basket) {
      super("add", "", new AddArgumentsFormat());
      this.basket = basket;
    }

    @Override
    public String call(AddArguments arguments) throws Exception {
      basket.add(arguments.sku(), arguments.count());
      return "done";
    }
  }

  private record ShowArguments() {
  }

  private static final class ShowTool extends ToolMethod<ShowArguments> {
    private final Basket basket;

    ShowTool(Basket basket) {
      super("show", "", new ShowArgumentsFormat());
      this.basket = basket;
    }

    @Override
    public String call(ShowArguments arguments) throws Exception {
      return text(basket.show());
    }
  }

  private record TodayArguments() {
  }

  private static final class TodayTool extends ToolMethod<TodayArguments> {
    private final Calendar calendar;

    TodayTool(Calendar calendar) {
      super("today", "Today's date.", new TodayArgumentsFormat());
      this.calendar = calendar;
    }

    @Override
    public String call(TodayArguments arguments) throws Exception {
      Text text = new Text();
      text.json().value(calendar.today());
      return text.toString();
    }
  }

  private record HolidayArguments(LocalDate date) {
  }

  private static final class HolidayTool extends ToolMethod<HolidayArguments> {
    private final Calendar calendar;

    HolidayTool(Calendar calendar) {
      super("holiday", "", new HolidayArgumentsFormat());
      this.calendar = calendar;
    }

    @Override
    public String call(HolidayArguments arguments) throws Exception {
      return text(Arguments.orNull(await(calendar.holiday(arguments.date()))));
    }
  }

  private record RateArguments(String from, String to) {
  }

  private static final class RateTool extends ToolMethod<RateArguments> {
    RateTool() {
      super("rate", "", new RateArgumentsFormat());
    }

    @Override
    public String call(RateArguments arguments) throws Exception {
      Text text = new Text();
      text.json().value(Rates.rate(arguments.from(), arguments.to()));
      return text.toString();
    }
  }

  private static final class FindArgumentsFormat extends AnswerFormat<FindArguments> {
    FindArgumentsFormat() {
      super(
          "FindArguments",
          "{\"type\":\"object\",\"properties\":{\"words\":{\"type\":\"string\","
              + "\"description\":\"words in the name\"},\"order\":{\"type\":[\"string\",\"null\"],"
              + "\"enum\":[\"CHEAPEST\",\"NEWEST\",null]},\"most\":{\"type\":\"integer\"}},"
              + "\"required\":[\"words\",\"order\",\"most\"],\"additionalProperties\":false}");
    }

    @Override
    public FindArguments read(AnswerReader in) {
      return readFindArguments(in);
    }
  }

  private static final class BySkuArgumentsFormat extends AnswerFormat<BySkuArguments> {
    BySkuArgumentsFormat() {
      super(
          "BySkuArguments",
          "{\"type\":\"object\","
              + "\"properties\":{\"stock_keeping_unit\":{\"type\":\"string\"}},"
              + "\"required\":[\"stock_keeping_unit\"],\"additionalProperties\":false}");
    }

    @Override
    public BySkuArguments read(AnswerReader in) {
      return readBySkuArguments(in);
    }
  }

  private static final class AddArgumentsFormat extends AnswerFormat<AddArguments> {
    AddArgumentsFormat() {
      super(
          "AddArguments",
          "{\"type\":\"object\",\"properties\":{\"sku\":{\"type\":\"string\"},"
              + "\"count\":{\"type\":\"integer\"}},\"required\":[\"sku\",\"count\"],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public AddArguments read(AnswerReader in) {
      return readAddArguments(in);
    }
  }

  private static final class ShowArgumentsFormat extends AnswerFormat<ShowArguments> {
    ShowArgumentsFormat() {
      super(
          "ShowArguments",
          "{\"type\":\"object\",\"properties\":{},\"required\":[],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public ShowArguments read(AnswerReader in) {
      return readShowArguments(in);
    }
  }

  private static final class LocalDateFormat extends AnswerFormat<LocalDate> {
    LocalDateFormat() {
      super(
          "LocalDate",
          "{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"string\","
              + "\"description\":\"an ISO 8601 date such as 2026-01-31\",\"format\":\"date\"}},"
              + "\"required\":[\"value\"],\"additionalProperties\":false}");
    }

    @Override
    public LocalDate read(AnswerReader in) {
      if (!in.beginObject(ANSWER_PROPERTIES)) {
        return null;
      }
      LocalDate value = null;
      while (in.nextProperty() >= 0) {
        value = in.readText(LOCAL_DATE);
      }
      return in.endObject() ? value : null;
    }
  }

  private static final class TodayArgumentsFormat extends AnswerFormat<TodayArguments> {
    TodayArgumentsFormat() {
      super(
          "TodayArguments",
          "{\"type\":\"object\",\"properties\":{},\"required\":[],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public TodayArguments read(AnswerReader in) {
      return readTodayArguments(in);
    }
  }

  private static final class HolidayArgumentsFormat extends AnswerFormat<HolidayArguments> {
    HolidayArgumentsFormat() {
      super(
          "HolidayArguments",
          "{\"type\":\"object\",\"properties\":{\"date\":{\"type\":\"string\","
              + "\"description\":\"an ISO 8601 date such as 2026-01-31\",\"format\":\"date\"}},"
              + "\"required\":[\"date\"],\"additionalProperties\":false}");
    }

    @Override
    public HolidayArguments read(AnswerReader in) {
      return readHolidayArguments(in);
    }
  }

  private static final class RateArgumentsFormat extends AnswerFormat<RateArguments> {
    RateArgumentsFormat() {
      super(
          "RateArguments",
          "{\"type\":\"object\",\"properties\":{\"from\":{\"type\":\"string\"},"
              + "\"to\":{\"type\":\"string\"}},\"required\":[\"from\",\"to\"],"
              + "\"additionalProperties\":false}");
    }

    @Override
    public RateArguments read(AnswerReader in) {
      return readRateArguments(in);
    }
  }
}
