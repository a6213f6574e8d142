package com.example.options;

import io.typedprompt.AudioOutputOptions;
import io.typedprompt.CacheControlOptions;
import io.typedprompt.ImageConfigOptions;
import io.typedprompt.MaxPriceOptions;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PercentileOptions;
import io.typedprompt.PluginOptions;
import io.typedprompt.PromptCacheOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.ServerToolOptions;
import io.typedprompt.TraceOptions;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every option that is sent, alone. */
final class OptionCases {
  private static final String IMAGE_SETTINGS =
      "{\"strength\": 0.5, \"style\": \"ink\", \"fonts\": [1]}";
  private static final ServerToolOptions DATETIME = ServerToolOptions.of("openrouter:datetime");

  private final List<OptionCase> cases = new ArrayList<>();

  private OptionCases() {}

  static List<OptionCase> all() {
    OptionCases all = new OptionCases();
    all.sampling();
    all.output();
    all.reasoning();
    all.routing();
    all.provider();
    all.percentiles();
    all.prices();
    all.account();
    all.traces();
    all.caching();
    return all.cases;
  }

  private void sampling() {
    Function<OpenRouterClient, SamplingPrompts> to = SamplingPromptsImpl::new;
    add(
        "temperature",
        to,
        SamplingPrompts::temperature,
        b -> b.temperature(0.2),
        "'temperature':0.2");
    add("topP", to, SamplingPrompts::topP, b -> b.topP(0.9), "'top_p':0.9");
    add("topK", to, SamplingPrompts::topK, b -> b.topK(40), "'top_k':40");
    add("minP", to, SamplingPrompts::minP, b -> b.minP(0.05), "'min_p':0.05");
    add("topA", to, SamplingPrompts::topA, b -> b.topA(0.1), "'top_a':0.1");
    add(
        "repetitionPenalty",
        to,
        SamplingPrompts::repetitionPenalty,
        b -> b.repetitionPenalty(1.1),
        "'repetition_penalty':1.1");
    add(
        "frequencyPenalty",
        to,
        SamplingPrompts::frequencyPenalty,
        b -> b.frequencyPenalty(-0.5),
        "'frequency_penalty':-0.5");
    add(
        "presencePenalty",
        to,
        SamplingPrompts::presencePenalty,
        b -> b.presencePenalty(2),
        "'presence_penalty':2.0");
    add(
        "seed",
        to,
        SamplingPrompts::seed,
        b -> b.seed(9_007_199_254_740_993L),
        "'seed':9007199254740993");
    add(
        "logitBias",
        to,
        SamplingPrompts::logitBias,
        b -> b.logitBias(11, 1.5).logitBias(50256, -100),
        "'logit_bias':{'11':1.5,'50256':-100.0}");
  }

  private void output() {
    Function<OpenRouterClient, OutputPrompts> to = OutputPromptsImpl::new;
    add("maxTokens", to, OutputPrompts::maxTokens, b -> b.maxTokens(400), "'max_tokens':400");
    add(
        "maxCompletionTokens",
        to,
        OutputPrompts::maxCompletionTokens,
        b -> b.maxCompletionTokens(500),
        "'max_completion_tokens':500");
    add("stop", to, OutputPrompts::stop, b -> b.stop("END", "\n\n"), "'stop':['END','\\n\\n']");
    add("logprobs", to, OutputPrompts::logprobs, b -> b.logprobs(true), "'logprobs':true");
    add("logprobs", to, OutputPrompts::noLogprobs, b -> b.logprobs(false), "'logprobs':false");
    add(
        "topLogprobs",
        to,
        OutputPrompts::topLogprobs,
        b -> b.topLogprobs(5),
        "'top_logprobs':5,'logprobs':true");
    add("verbosity", to, OutputPrompts::verbosity, b -> b.verbosity("low"), "'verbosity':'low'");
    add(
        "modalities",
        to,
        OutputPrompts::modalities,
        b -> b.modalities("image", "text"),
        "'modalities':['image','text']");
    add(
        "imageConfig.aspectRatio",
        to,
        OutputPrompts::aspectRatio,
        b -> b.imageConfig(ImageConfigOptions.builder().aspectRatio("16:9").build()),
        "'image_config':{'aspect_ratio':'16:9'}");
    add(
        "imageConfig.imageSize",
        to,
        OutputPrompts::imageSize,
        b -> b.imageConfig(ImageConfigOptions.builder().imageSize("2K").build()),
        "'image_config':{'image_size':'2K'}");
    add(
        "imageConfig.json",
        to,
        OutputPrompts::imageSettings,
        b -> b.imageConfig(ImageConfigOptions.builder().json(IMAGE_SETTINGS).build()),
        "'image_config':{'strength':0.5,'style':'ink','fonts':[1]}");
    add(
        "audio.voice",
        to,
        OutputPrompts::voice,
        b -> b.audio(AudioOutputOptions.builder().voice("alloy").build()),
        "'audio':{'voice':'alloy'}");
    add(
        "audio.format",
        to,
        OutputPrompts::audioFormat,
        b -> b.audio(AudioOutputOptions.builder().format("mp3").build()),
        "'audio':{'format':'mp3'}");
  }

  private void reasoning() {
    Function<OpenRouterClient, ReasoningPrompts> to = ReasoningPromptsImpl::new;
    add(
        "reasoning.effort",
        to,
        ReasoningPrompts::effort,
        reasoning(r -> r.effort("high")),
        "'reasoning':{'effort':'high'}");
    add(
        "reasoning.maxTokens",
        to,
        ReasoningPrompts::maxTokens,
        reasoning(r -> r.maxTokens(2000)),
        "'reasoning':{'max_tokens':2000}");
    add(
        "reasoning.exclude",
        to,
        ReasoningPrompts::exclude,
        reasoning(r -> r.exclude(true)),
        "'reasoning':{'exclude':true}");
    add(
        "reasoning.enabled",
        to,
        ReasoningPrompts::enabled,
        reasoning(r -> r.enabled(false)),
        "'reasoning':{'enabled':false}");
    add(
        "reasoning.summary",
        to,
        ReasoningPrompts::summary,
        reasoning(r -> r.summary("concise")),
        "'reasoning':{'summary':'concise'}");
    add(
        "reasoning.context",
        to,
        ReasoningPrompts::context,
        reasoning(r -> r.context("all_turns")),
        "'reasoning':{'context':'all_turns'}");
    add(
        "reasoning.mode",
        to,
        ReasoningPrompts::mode,
        reasoning(r -> r.mode("pro")),
        "'reasoning':{'mode':'pro'}");
  }

  private void routing() {
    Function<OpenRouterClient, RoutingPrompts> to = RoutingPromptsImpl::new;
    add(
        "models",
        to,
        RoutingPrompts::model,
        b -> b.models("openai/gpt-4o-mini"),
        "'model':'openai/gpt-4o-mini'");
    add(
        "models",
        to,
        RoutingPrompts::models,
        b -> b.models("anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini", "google/gemma-4-31b-it"),
        "'models':['anthropic/claude-sonnet-4.5','openai/gpt-4o-mini','google/gemma-4-31b-it']");
    add("route", to, RoutingPrompts::route, b -> b.route(Route.SORT), "'route':'sort'");
    add(
        "transforms",
        to,
        RoutingPrompts::transforms,
        b -> b.transforms(Transform.MIDDLE_OUT),
        "'plugins':[{'id':'context-compression'}]");
    add(
        "transforms",
        to,
        RoutingPrompts::noTransforms,
        b -> b.transforms(),
        "'plugins':[{'id':'context-compression','enabled':false}]");
    add(
        "plugins",
        to,
        RoutingPrompts::plugins,
        b ->
            b.plugins(
                PluginOptions.of(
                    "web", "{\"max_results\":3,\"include_domains\":[\"example.com\"]}"),
                PluginOptions.of("response-healing")),
        "'plugins':[{'id':'web','max_results':3,'include_domains':['example.com']},{'id':'response-healing'}]");
    add(
        "serverTools",
        to,
        RoutingPrompts::serverTools,
        b ->
            b.serverTools(
                ServerToolOptions.of("openrouter:web_search", "{\"max_results\": 3}"), DATETIME),
        "'tools':[{'type':'openrouter:web_search','parameters':{'max_results':3}},{'type':'openrouter:datetime'}]");
    add(
        "toolChoice",
        to,
        RoutingPrompts::toolChoice,
        b -> b.serverTools(DATETIME).toolChoice("required"),
        "'tools':[{'type':'openrouter:datetime'}],'tool_choice':'required'");
    add(
        "toolChoice",
        to,
        RoutingPrompts::serverToolChoice,
        b -> b.serverTools(DATETIME).toolChoice("openrouter:datetime"),
        "'tools':[{'type':'openrouter:datetime'}],'tool_choice':{'type':'openrouter:datetime'}");
    add(
        "parallelToolCalls",
        to,
        RoutingPrompts::parallelToolCalls,
        b -> b.serverTools(DATETIME).parallelToolCalls(false),
        "'tools':[{'type':'openrouter:datetime'}],'parallel_tool_calls':false");
    add(
        "preset",
        to,
        RoutingPrompts::preset,
        b -> b.preset("support-desk"),
        "'preset':'support-desk'");
    add(
        "serviceTier",
        to,
        RoutingPrompts::serviceTier,
        b -> b.serviceTier("flex"),
        "'service_tier':'flex'");
  }

  private void provider() {
    Function<OpenRouterClient, ProviderPrompts> to = ProviderPromptsImpl::new;
    add(
        "provider.order",
        to,
        ProviderPrompts::order,
        provider(p -> p.order("together", "fireworks")),
        "'provider':{'order':['together','fireworks']}");
    add(
        "provider.only",
        to,
        ProviderPrompts::only,
        provider(p -> p.only("google-vertex/us-east5")),
        "'provider':{'only':['google-vertex/us-east5']}");
    add(
        "provider.ignore",
        to,
        ProviderPrompts::ignore,
        provider(p -> p.ignore("deepinfra")),
        "'provider':{'ignore':['deepinfra']}");
    add(
        "provider.allowFallbacks",
        to,
        ProviderPrompts::allowFallbacks,
        provider(p -> p.allowFallbacks(false)),
        "'provider':{'allow_fallbacks':false}");
    add(
        "provider.requireParameters",
        to,
        ProviderPrompts::requireParameters,
        provider(p -> p.requireParameters(true)),
        "'provider':{'require_parameters':true}");
    add(
        "provider.dataCollection",
        to,
        ProviderPrompts::dataCollection,
        provider(p -> p.dataCollection("deny")),
        "'provider':{'data_collection':'deny'}");
    add(
        "provider.zdr",
        to,
        ProviderPrompts::zdr,
        provider(p -> p.zdr(true)),
        "'provider':{'zdr':true}");
    add(
        "provider.enforceDistillableText",
        to,
        ProviderPrompts::enforceDistillableText,
        provider(p -> p.enforceDistillableText(true)),
        "'provider':{'enforce_distillable_text':true}");
    add(
        "provider.quantizations",
        to,
        ProviderPrompts::quantizations,
        provider(p -> p.quantizations("fp8", "bf16")),
        "'provider':{'quantizations':['fp8','bf16']}");
    add(
        "provider.sort",
        to,
        ProviderPrompts::sort,
        provider(p -> p.sort("price")),
        "'provider':{'sort':'price'}");
    add(
        "provider.partition",
        to,
        ProviderPrompts::partition,
        provider(p -> p.partition("none")),
        "'provider':{'sort':{'partition':'none'}}");
    add(
        "provider.partition",
        to,
        ProviderPrompts::sortAndPartition,
        provider(p -> p.sort("throughput").partition("model")),
        "'provider':{'sort':{'by':'throughput','partition':'model'}}");
    add(
        "provider.preferredMinThroughput",
        to,
        ProviderPrompts::preferredMinThroughput,
        provider(p -> p.preferredMinThroughput(50)),
        "'provider':{'preferred_min_throughput':50.0}");
    add(
        "provider.preferredMaxLatency",
        to,
        ProviderPrompts::preferredMaxLatency,
        provider(p -> p.preferredMaxLatency(0.5)),
        "'provider':{'preferred_max_latency':0.5}");
  }

  private void percentiles() {
    Function<OpenRouterClient, ProviderPrompts> to = ProviderPromptsImpl::new;
    add(
        "provider.minThroughputPercentiles.p75",
        to,
        ProviderPrompts::minThroughputPercentilesP75,
        provider(p -> p.minThroughputPercentiles(percentiles(c -> c.p75(75)))),
        "'provider':{'preferred_min_throughput':{'p75':75.0}}");
    add(
        "provider.minThroughputPercentiles.p90",
        to,
        ProviderPrompts::minThroughputPercentilesP90,
        provider(p -> p.minThroughputPercentiles(percentiles(c -> c.p90(9.5)))),
        "'provider':{'preferred_min_throughput':{'p90':9.5}}");
    add(
        "provider.minThroughputPercentiles.p99",
        to,
        ProviderPrompts::minThroughputPercentilesP99,
        provider(p -> p.minThroughputPercentiles(percentiles(c -> c.p99(0)))),
        "'provider':{'preferred_min_throughput':{'p99':0.0}}");
    add(
        "provider.maxLatencyPercentiles.p75",
        to,
        ProviderPrompts::maxLatencyPercentilesP75,
        provider(p -> p.maxLatencyPercentiles(percentiles(c -> c.p75(75)))),
        "'provider':{'preferred_max_latency':{'p75':75.0}}");
    add(
        "provider.maxLatencyPercentiles.p90",
        to,
        ProviderPrompts::maxLatencyPercentilesP90,
        provider(p -> p.maxLatencyPercentiles(percentiles(c -> c.p90(9.5)))),
        "'provider':{'preferred_max_latency':{'p90':9.5}}");
    add(
        "provider.maxLatencyPercentiles.p99",
        to,
        ProviderPrompts::maxLatencyPercentilesP99,
        provider(p -> p.maxLatencyPercentiles(percentiles(c -> c.p99(0)))),
        "'provider':{'preferred_max_latency':{'p99':0.0}}");
    add(
        "provider.preferredMinThroughput",
        to,
        ProviderPrompts::medianAndPercentile,
        provider(
            p ->
                p.preferredMinThroughput(50).minThroughputPercentiles(percentiles(c -> c.p90(20)))),
        "'provider':{'preferred_min_throughput':{'p50':50.0,'p90':20.0}}");
  }

  /** The API takes prices as texts. */
  private void prices() {
    Function<OpenRouterClient, ProviderPrompts> to = ProviderPromptsImpl::new;
    add(
        "provider.maxPrice.prompt",
        to,
        ProviderPrompts::maxPricePrompt,
        price(m -> m.prompt(1)),
        "'provider':{'max_price':{'prompt':'1'}}");
    add(
        "provider.maxPrice.completion",
        to,
        ProviderPrompts::maxPriceCompletion,
        price(m -> m.completion(2.5)),
        "'provider':{'max_price':{'completion':'2.5'}}");
    add(
        "provider.maxPrice.request",
        to,
        ProviderPrompts::maxPriceRequest,
        price(m -> m.request(0.00001)),
        "'provider':{'max_price':{'request':'0.00001'}}");
    add(
        "provider.maxPrice.image",
        to,
        ProviderPrompts::maxPriceImage,
        price(m -> m.image(0.04)),
        "'provider':{'max_price':{'image':'0.04'}}");
    add(
        "provider.maxPrice.audio",
        to,
        ProviderPrompts::maxPriceAudio,
        price(m -> m.audio(40)),
        "'provider':{'max_price':{'audio':'40'}}");
  }

  /** What goes into headers leaves the body alone. */
  private void account() {
    Function<OpenRouterClient, AccountPrompts> to = AccountPromptsImpl::new;
    add("user", to, AccountPrompts::user, b -> b.user("user-4711"), "'user':'user-4711'");
    add(
        "sessionId",
        to,
        AccountPrompts::sessionId,
        b -> b.sessionId("ticket-17"),
        "'session_id':'ticket-17'");
    add(
        "promptCacheKey",
        to,
        AccountPrompts::promptCacheKey,
        b -> b.promptCacheKey("triage-v2"),
        "'prompt_cache_key':'triage-v2'");
    add(
        "metadata",
        to,
        AccountPrompts::metadata,
        b -> b.metadata("env", "test").metadata("team", "support"),
        "'metadata':{'env':'test','team':'support'}");
    add(
        "appReferer",
        to,
        AccountPrompts::appReferer,
        b -> b.appReferer("https://myapp.example"),
        "");
    add(
        "appTitle",
        to,
        AccountPrompts::appTitle,
        b -> b.appReferer("https://myapp.example").appTitle("My App"),
        "");
    add(
        "appCategories",
        to,
        AccountPrompts::appCategories,
        b -> b.appCategories("cli-agent", "cloud-agent"),
        "");
  }

  private void traces() {
    Function<OpenRouterClient, AccountPrompts> to = AccountPromptsImpl::new;
    add(
        "trace.traceId",
        to,
        AccountPrompts::traceId,
        trace(t -> t.traceId("a")),
        "'trace':{'trace_id':'a'}");
    add(
        "trace.traceName",
        to,
        AccountPrompts::traceName,
        trace(t -> t.traceName("a")),
        "'trace':{'trace_name':'a'}");
    add(
        "trace.spanName",
        to,
        AccountPrompts::spanName,
        trace(t -> t.spanName("a")),
        "'trace':{'span_name':'a'}");
    add(
        "trace.generationName",
        to,
        AccountPrompts::generationName,
        trace(t -> t.generationName("a")),
        "'trace':{'generation_name':'a'}");
    add(
        "trace.parentSpanId",
        to,
        AccountPrompts::parentSpanId,
        trace(t -> t.parentSpanId("a")),
        "'trace':{'parent_span_id':'a'}");
    add(
        "trace.metadata",
        to,
        AccountPrompts::traceMetadata,
        trace(t -> t.metadata("team", "support").metadata("env", "test")),
        "'trace':{'env':'test','team':'support'}");
  }

  private void caching() {
    Function<OpenRouterClient, AccountPrompts> to = AccountPromptsImpl::new;
    add(
        "promptCacheOptions.mode",
        to,
        AccountPrompts::promptCacheMode,
        b -> b.promptCacheOptions(PromptCacheOptions.builder().mode("explicit").build()),
        "'prompt_cache_options':{'mode':'explicit'}");
    add(
        "promptCacheOptions.ttl",
        to,
        AccountPrompts::promptCacheTtl,
        b -> b.promptCacheOptions(PromptCacheOptions.builder().ttl("30m").build()),
        "'prompt_cache_options':{'mode':'explicit','ttl':'30m'}");
    add(
        "cacheControl.automatic",
        to,
        AccountPrompts::cacheAutomatic,
        b -> b.cacheControl(CacheControlOptions.builder().automatic("5m").build()),
        "'cache_control':{'type':'ephemeral','ttl':'5m'}");
    add("responseCache", to, AccountPrompts::responseCache, b -> b.responseCache(true), "");
    add(
        "responseCacheTtlSeconds",
        to,
        AccountPrompts::responseCacheTtlSeconds,
        b -> b.responseCacheTtlSeconds(600),
        "");
    add("routerMetadata", to, AccountPrompts::routerMetadata, b -> b.routerMetadata(true), "");
  }

  private <P> void add(
      String option,
      Function<OpenRouterClient, P> prompts,
      Function<P, String> annotated,
      Consumer<PromptOptions.Builder> built,
      String body) {
    cases.add(new OptionCase(option, prompts.andThen(annotated), built, body.replace('\'', '"')));
  }

  private static Consumer<PromptOptions.Builder> reasoning(
      Consumer<ReasoningOptions.Builder> members) {
    ReasoningOptions.Builder reasoning = ReasoningOptions.builder();
    members.accept(reasoning);
    return b -> b.reasoning(reasoning.build());
  }

  private static Consumer<PromptOptions.Builder> provider(
      Consumer<ProviderOptions.Builder> members) {
    ProviderOptions.Builder provider = ProviderOptions.builder();
    members.accept(provider);
    return b -> b.provider(provider.build());
  }

  private static PercentileOptions percentiles(Consumer<PercentileOptions.Builder> members) {
    PercentileOptions.Builder percentiles = PercentileOptions.builder();
    members.accept(percentiles);
    return percentiles.build();
  }

  private static Consumer<PromptOptions.Builder> trace(Consumer<TraceOptions.Builder> members) {
    TraceOptions.Builder trace = TraceOptions.builder();
    members.accept(trace);
    return b -> b.trace(trace.build());
  }

  private static Consumer<PromptOptions.Builder> price(Consumer<MaxPriceOptions.Builder> members) {
    MaxPriceOptions.Builder price = MaxPriceOptions.builder();
    members.accept(price);
    return provider(p -> p.maxPrice(price.build()));
  }
}
