package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRefusalTest {
  private static final String GPT = "openai/gpt-4o-mini";
  private static OpenRouterServer server;

  @BeforeAll
  static void start() {
    server = OpenRouterServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A fragment of the body beside model and messages, and the whole message of the refusal. */
  static Stream<Arguments> refusedOptions() {
    return Stream.of(
        refused("\"provider\":{\"sorting\":1}", "Unrecognized key(s) in object: 'sorting'"),
        refused(
            "\"provider\":{\"requireParameters\":true,\"x\":1}",
            "Unrecognized key(s) in object: 'requireParameters', 'x'"),
        refused("\"provider\":[]", "Expected object, received array at \"provider\""),
        refused(
            "\"provider\":{\"order\":\"openai\"}",
            "Expected array, received string at \"provider.order\""),
        refused(
            "\"provider\":{\"only\":[\"a\",1]}",
            "Expected string, received number at \"provider.only[1]\""),
        refused(
            "\"provider\":{\"ignore\":[null]}",
            "Expected string, received null at \"provider.ignore[0]\""),
        refused(
            "\"provider\":{\"zdr\":\"yes\"}",
            "Expected boolean, received string at \"provider.zdr\""),
        refused(
            "\"provider\":{\"data_collection\":\"never\"}",
            "Invalid enum value. Expected 'deny' | 'allow', received 'never' at"
                + " \"provider.data_collection\""),
        refused(
            "\"provider\":{\"sort\":\"cheap\"}",
            "Invalid enum value. Expected 'price' | 'throughput' | 'latency' | 'exacto', received"
                + " 'cheap' at \"provider.sort\""),
        refused(
            "\"provider\":{\"sort\":{\"partition\":\"all\"}}",
            "Invalid enum value. Expected 'model' | 'none', received 'all' at"
                + " \"provider.sort.partition\""),
        refused(
            "\"provider\":{\"quantizations\":[\"fp8\",\"fp9\"]}",
            "Invalid enum value. Expected 'int4' | 'int8' | 'fp4' | 'mxfp4' | 'nvfp4' | 'fp6' |"
                + " 'fp8' | 'mxfp8' | 'fp16' | 'bf16' | 'fp32' | 'unknown', received 'fp9' at"
                + " \"provider.quantizations[1]\""),
        refused(
            "\"provider\":{\"preferred_max_latency\":{\"p90\":\"fast\"}}",
            "Expected number, received string at \"provider.preferred_max_latency.p90\""),
        refused(
            "\"provider\":{\"preferred_min_throughput\":-1}",
            "Number must be greater than or equal to 0 at"
                + " \"provider.preferred_min_throughput\""),
        refused(
            "\"provider\":{\"max_price\":{\"prompt\":\"cheap\"}}",
            "Expected a price in USD, received 'cheap' at \"provider.max_price.prompt\""),
        refused(
            "\"models\":[\"a/b\",\"c/d\",\"e/f\",\"g/h\"]",
            "'models' array must have 3 items or fewer."),
        refused("\"models\":\"a/b\"", "Expected array, received string at \"models\""),
        refused("\"models\":null", "Invalid input, received null at \"models\""),
        refused(
            "\"route\":\"random\"",
            "Invalid enum value. Expected 'fallback' | 'sort', received 'random' at \"route\""),
        refused("\"stream\":\"yes\"", "Expected boolean, received string at \"stream\""),
        refused("\"temperature\":3", "Number must be less than or equal to 2 at \"temperature\""),
        refused(
            "\"temperature\":-0.1", "Number must be greater than or equal to 0 at \"temperature\""),
        refused("\"temperature\":\"0.7\"", "Expected number, received string at \"temperature\""),
        refused("\"top_p\":1.01", "Number must be less than or equal to 1 at \"top_p\""),
        refused("\"top_k\":1.5", "Expected integer, received float at \"top_k\""),
        refused("\"top_k\":-1", "Number must be greater than or equal to 0 at \"top_k\""),
        refused("\"min_p\":2", "Number must be less than or equal to 1 at \"min_p\""),
        refused("\"top_a\":2", "Number must be less than or equal to 1 at \"top_a\""),
        refused(
            "\"frequency_penalty\":-2.5",
            "Number must be greater than or equal to -2 at \"frequency_penalty\""),
        refused(
            "\"presence_penalty\":2.5",
            "Number must be less than or equal to 2 at \"presence_penalty\""),
        refused(
            "\"repetition_penalty\":-1",
            "Number must be greater than or equal to 0 at \"repetition_penalty\""),
        refused("\"seed\":0.5", "Expected integer, received float at \"seed\""),
        refused("\"max_tokens\":0", "Number must be greater than or equal to 1 at \"max_tokens\""),
        refused(
            "\"max_completion_tokens\":true",
            "Expected number, received boolean at \"max_completion_tokens\""),
        refused(
            "\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\"]",
            "Array must contain at most 4 element(s) at \"stop\""),
        refused("\"stop\":7", "Expected array, received number at \"stop\""),
        refused("\"stop\":[7]", "Expected string, received number at \"stop[0]\""),
        refused(
            "\"logit_bias\":{\"50256\":-101}",
            "Number must be greater than or equal to -100 at \"logit_bias.50256\""),
        refused(
            "\"logit_bias\":{\"50256\":\"no\"}",
            "Expected number, received string at \"logit_bias.50256\""),
        refused("\"top_logprobs\":5", "'top_logprobs' is only allowed when 'logprobs' is enabled."),
        refused(
            "\"top_logprobs\":5,\"logprobs\":false",
            "'top_logprobs' is only allowed when 'logprobs' is enabled."),
        refused(
            "\"top_logprobs\":21,\"logprobs\":true",
            "Number must be less than or equal to 20 at \"top_logprobs\""),
        refused("\"logprobs\":1", "Expected boolean, received number at \"logprobs\""),
        refused(
            "\"modalities\":[\"smell\"]",
            "Invalid enum value. Expected 'text' | 'image' | 'audio', received 'smell' at"
                + " \"modalities[0]\""),
        refused(
            "\"reasoning\":{\"effort\":\"maximum\"}",
            "Invalid enum value. Expected 'max' | 'xhigh' | 'high' | 'medium' | 'low' | 'minimal'"
                + " | 'none', received 'maximum' at \"reasoning.effort\""),
        refused(
            "\"reasoning\":{\"summary\":\"long\"}",
            "Invalid enum value. Expected 'auto' | 'concise' | 'detailed', received 'long' at"
                + " \"reasoning.summary\""),
        refused(
            "\"reasoning\":{\"effort\":\"low\",\"max_tokens\":2000}",
            "Only one of \"reasoning.effort\" and \"reasoning.max_tokens\" can be specified"),
        refused(
            "\"reasoning\":{\"effort\":\"low\"},\"reasoning_effort\":\"high\"",
            "\"reasoning_effort\" and \"reasoning.effort\" cannot both be specified with different"
                + " values"),
        refused("\"reasoning\":\"high\"", "Expected object, received string at \"reasoning\""),
        refused(
            "\"verbosity\":\"chatty\"",
            "Invalid enum value. Expected 'low' | 'medium' | 'high' | 'xhigh' | 'max', received"
                + " 'chatty' at \"verbosity\""),
        refused(
            "\"service_tier\":\"gold\"",
            "Invalid enum value. Expected 'auto' | 'default' | 'fast' | 'flex' | 'priority' |"
                + " 'scale', received 'gold' at \"service_tier\""),
        refused(
            "\"session_id\":\"" + "s".repeat(257) + "\"",
            "String must contain at most 256 character(s) at \"session_id\""),
        refused("\"user\":42", "Expected string, received number at \"user\""),
        refused("\"metadata\":{" + pairs(17) + "}", "Metadata can have at most 16 key-value pairs"),
        refused(
            "\"metadata\":{\"" + "k".repeat(65) + "\":\"v\"}",
            "Metadata key '" + "k".repeat(65) + "' must be at most 64 characters"),
        refused(
            "\"metadata\":{\"k\":\"" + "v".repeat(513) + "\"}",
            "String must contain at most 512 character(s) at \"metadata.k\""),
        refused("\"metadata\":{\"k\":1}", "Expected string, received number at \"metadata.k\""),
        refused(
            "\"cache_control\":{\"type\":\"permanent\"}",
            "Invalid enum value. Expected 'ephemeral', received 'permanent' at"
                + " \"cache_control.type\""),
        refused("\"prompt_cache_options\":{}", "Required at \"prompt_cache_options.mode\""),
        refused("\"prediction\":{\"type\":\"content\"}", "Required at \"prediction.content\""),
        refused("\"plugins\":{}", "Expected array, received object at \"plugins\""),
        refused("\"plugins\":[{}]", "Required at \"plugins[0].id\""),
        refused(
            "\"plugins\":[{\"id\":\"web\"},{\"id\":\"webb\"}]",
            "Invalid enum value. Expected 'auto-router' | 'auto-beta-router' | 'moderation' |"
                + " 'web' | 'web-fetch' | 'file-parser' | 'response-healing' |"
                + " 'context-compression' | 'pareto-router' | 'fusion', received 'webb' at"
                + " \"plugins[1].id\""),
        refused(
            "\"plugins\":[{\"id\":\"context-compression\",\"engine\":\"head\"}]",
            "Invalid enum value. Expected 'middle-out', received 'head' at \"plugins[0].engine\""),
        refused(
            "\"plugins\":[{\"id\":\"web\",\"max_results\":0}]",
            "Number must be greater than or equal to 1 at \"plugins[0].max_results\""),
        refused(
            "\"plugins\":[{\"id\":\"file-parser\",\"pdf\":{\"engine\":\"eyes\"}}]",
            "Invalid enum value. Expected 'mistral-ocr' | 'cloudflare-ai' | 'native' | 'pdf-text',"
                + " received 'eyes' at \"plugins[0].pdf.engine\""),
        refused(
            "\"response_format\":{\"type\":\"json\"}",
            "Invalid enum value. Expected 'text' | 'json_object' | 'json_schema' | 'grammar' |"
                + " 'python', received 'json' at \"response_format.type\""),
        refused("\"response_format\":{}", "Required at \"response_format.type\""),
        refused(
            "\"response_format\":{\"type\":\"json_schema\"}",
            "Required at \"response_format.json_schema\""),
        refused(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":{}}}",
            "Required at \"response_format.json_schema.name\""),
        refused(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a b\"}}",
            "Invalid name 'a b': expected 1 to 64 of a-z, A-Z, 0-9, underscores and dashes at"
                + " \"response_format.json_schema.name\""),
        refused(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
                + "{\"name\":\"a\",\"strict\":true}}",
            "Required at \"response_format.json_schema.schema\""),
        refused(
            "\"response_format\":{\"type\":\"grammar\"}",
            "Required at \"response_format.grammar\""),
        refused(
            "\"tools\":[{\"type\":\"magic\"}]", "Invalid tool type 'magic' at \"tools[0].type\""),
        refused(
            "\"tools\":[{\"type\":\"function\",\"function\":{}}]",
            "Required at \"tools[0].function.name\""),
        refused(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\""
                + "f".repeat(65)
                + "\"}}]",
            "Invalid name '"
                + "f".repeat(65)
                + "': expected 1 to 64 of a-z, A-Z, 0-9, underscores and dashes at"
                + " \"tools[0].function.name\""),
        refused(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":7}}]",
            "Expected object, received number at \"tools[0].function.parameters\""),
        refused(
            "\"tool_choice\":\"required\"",
            "'tool_choice' is only allowed when 'tools' are specified."),
        refused(
            "\"tool_choice\":\"always\"",
            "Invalid enum value. Expected 'none' | 'auto' | 'required', received 'always' at"
                + " \"tool_choice\""),
        refused(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}],"
                + "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"g\"}}",
            "Invalid value for 'tool_choice': no function named 'g' was specified in the 'tools'"
                + " parameter."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusedOptions")
  void refusesWrongOptions(String options, String message) throws Exception {
    assertRefused(Http.ask(GPT, "x", options), message);
  }

  /** The messages of the body, and the whole message of the refusal. */
  static Stream<Arguments> refusedMessages() {
    return Stream.of(
        refused("[]", "Array must contain at least 1 element(s) at \"messages\""),
        refused("\"hi\"", "Expected array, received string at \"messages\""),
        refused("[\"hi\"]", "Expected object, received string at \"messages[0]\""),
        refused("[{\"content\":\"hi\"}]", "Required at \"messages[0].role\""),
        refused(
            "[{\"role\":\"bot\",\"content\":\"hi\"}]",
            "Invalid enum value. Expected 'system' | 'developer' | 'user' | 'assistant' | 'tool',"
                + " received 'bot' at \"messages[0].role\""),
        refused("[{\"role\":\"user\"}]", "Required at \"messages[0].content\""),
        refused(
            "[{\"role\":\"user\",\"content\":5}]",
            "Expected string or array, received number at \"messages[0].content\""),
        refused(
            "[{\"role\":\"user\",\"content\":[\"hi\"]}]",
            "Expected object, received string at \"messages[0].content[0]\""),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]",
            "Required at \"messages[0].content[0].text\""),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"image\"}]}]",
            "Invalid enum value. Expected 'text' | 'image_url' | 'file' | 'input_audio' |"
                + " 'video_url' | 'input_video', received 'image' at"
                + " \"messages[0].content[0].type\""),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"u\"}]}]",
            "Expected object, received string at \"messages[0].content[0].image_url\""),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\","
                + "\"input_audio\":{\"data\":\"AA==\"}}]}]",
            "Required at \"messages[0].content[0].input_audio.format\""),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\","
                + "\"input_audio\":{\"data\":\"https://a/b.wav\",\"format\":\"wav\"}}]}]",
            "Audio input must be base64-encoded; URLs are not supported."),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"iVBORw0KGgo=\"}}]}]",
            "Invalid URL in 'url': it must begin with https: or data:"),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"file\","
                + "\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"JVBERi0=\"}}]}]",
            "Invalid URL in 'file_data': it must begin with https: or data:"),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"video_url\","
                + "\"video_url\":{\"url\":\"film.mp4\"}}]}]",
            "Invalid URL in 'url': it must begin with https: or data:"),
        refused(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\","
                + "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"2h\"}}]}]",
            "Invalid enum value. Expected '5m' | '1h', received '2h' at"
                + " \"messages[0].content[0].cache_control.ttl\""),
        refused(
            "[{\"role\":\"system\",\"content\":[{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"u\"}}]}]",
            "Invalid enum value. Expected 'text', received 'image_url' at"
                + " \"messages[0].content[0].type\""),
        refused(
            "[{\"role\":\"tool\",\"content\":\"21\"}]", "Required at \"messages[0].tool_call_id\""),
        refused(
            "[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\","
                + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":{}}}]}]",
            "Expected string, received object at"
                + " \"messages[0].tool_calls[0].function.arguments\""));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusedMessages")
  void refusesWrongMessages(String messages, String message) throws Exception {
    assertRefused("{\"model\":\"" + GPT + "\",\"messages\":" + messages + "}", message);
  }

  @Test
  void refusesWhatIsNoRequestAtAll() throws Exception {
    assertRefused("{}", "Input required: specify \"messages\"");
    assertRefused("[]", "The request body must be a JSON object");
    assertRefused(
        "{\"model\":null,\"messages\":null}", "Invalid input, received null at \"messages\"");
    Http.Reply reply = new Http(server).chat("{\"model\":");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("message").asString())
        .startsWith("Invalid JSON in request body: Unexpected end-of-input");
    assertThat(new Http(server).chat("").status()).isEqualTo(400);
    assertThat(new Http(server).chat(Http.ask(GPT, "x") + " x").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
  void refusesOtherContentTypes(String contentType) throws Exception {
    HttpRequest request =
        new Http(server)
            .to("/chat/completions")
            .header("Authorization", "Bearer x")
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(Http.ask(GPT, "x")))
            .build();

    Http.Reply reply = Http.send(request);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("message").asString())
        .isEqualTo("Content-Type must be application/json, received '" + contentType + "'");
  }

  @Test
  void takesEverythingThatTheApiTakes() throws Exception {
    Http.Reply reply =
        new Http(server)
            .chat(
                """
                {"model":"deepseek/deepseek-v4-flash","models":["google/gemma-4-31b-it"],
                 "route":"fallback","transforms":["middle-out"],"safe_prompt":true,
                 "usage":{"include":true},"stream":false,"stream_options":{"include_usage":true},
                 "temperature":2,"top_p":0,"top_k":0,"min_p":1,"top_a":1,"frequency_penalty":2,
                 "presence_penalty":-2,"repetition_penalty":2,"seed":-7,"max_tokens":3000.0,
                 "stop":["a","b","c","d"],"logit_bias":{"1":-100,"2":100},"logprobs":true,
                 "top_logprobs":20,"reasoning":{"effort":"none","summary":"auto","exclude":true},
                 "reasoning_effort":"none","verbosity":"xhigh","service_tier":"flex",
                 "session_id":"%s","user":"u","metadata":{"k":"%s"},"trace":{"trace_id":"t"},
                 "modalities":["text"],"cache_control":{"type":"ephemeral","ttl":"1h"},
                 "prompt_cache_key":"k","prompt_cache_options":{"mode":"explicit","ttl":null},
                 "prediction":{"type":"content","content":"x"},
                 "provider":{"order":["deepseek"],"only":null,"ignore":[],"allow_fallbacks":true,
                   "require_parameters":false,"data_collection":"deny","zdr":true,
                   "enforce_distillable_text":false,"quantizations":["fp8","unknown"],
                   "sort":{"by":"price","partition":"none"},"preferred_min_throughput":5.5,
                   "preferred_max_latency":{"p50":1,"p99":3},
                   "max_price":{"prompt":"1.5e0","completion":2}},
                 "plugins":[{"id":"context-compression","enabled":false},
                   {"id":"web","max_results":3},{"id":"response-healing"},
                   {"id":"file-parser","pdf":{"engine":"native"}}],
                 "tools":[{"type":"function","function":{"name":"f-1_x","description":"d",
                     "parameters":{"type":"object"},"strict":false},
                     "cache_control":{"type":"ephemeral"}},
                   {"type":"openrouter:web_search"},{"type":"web_search"}],
                 "tool_choice":"auto","parallel_tool_calls":false,
                 "messages":[{"role":"system","content":[{"type":"text","text":"s"}]},
                   {"role":"developer","content":"d","name":"n"},
                   {"role":"user","content":[{"type":"text","text":"t",
                       "cache_control":{"type":"ephemeral"}},
                     {"type":"image_url","image_url":{"url":"data:,","detail":"original"}},
                     {"type":"file","file":{"filename":"f","file_data":"data:,"}},
                     {"type":"input_audio","input_audio":{"data":"AA==","format":"wav"}},
                     {"type":"video_url","video_url":{"url":"https://v"}},
                     {"type":"input_video","video_url":{"url":"https://v"}}]},
                   {"role":"assistant","content":null,"reasoning_details":[],"tool_calls":[
                     {"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]},
                   {"role":"tool","tool_call_id":"1","content":"21"},
                   {"role":"assistant"}]}
                """
                    .formatted("s".repeat(256), "v".repeat(512)));

    assertThat(reply.text()).contains("\"finish_reason\":\"stop\"");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void refusedRequestsAreRecordedAndCostNothing() throws Exception {
    try (OpenRouterServer own = OpenRouterServer.start()) {
      own.enqueue(Answer.text("for the right request"));
      Http http = new Http(own);

      http.chat(Http.ask(GPT, "x", "\"temperature\":3"));

      assertThat(own.requests()).hasSize(1);
      assertThat(own.charged()).isZero();
      assertThat(http.chat(Http.ask(GPT, "x")).content()).isEqualTo("for the right request");
    }
  }

  private static void assertRefused(String body, String message) throws Exception {
    Http.Reply reply = new Http(server).chat(body);
    assertThat(reply.json())
        .isEqualTo(
            Json.parse(
                "{\"error\":{\"message\":"
                    + Json.text(message)
                    + ",\"code\":400},\"user_id\":\"user_embedded0000000000000000\"}"));
    assertThat(reply.status()).isEqualTo(400);
  }

  private static Arguments refused(String body, String message) {
    return Arguments.of(body, message);
  }

  private static String pairs(int count) {
    return String.join(
        ",", IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":\"v\"").toList());
  }
}
