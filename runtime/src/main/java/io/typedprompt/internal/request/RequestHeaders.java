package io.typedprompt.internal.request;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that options turn into: attribution of the application, caching of answers, and the
 * extra ones.
 */
public final class RequestHeaders {
  /** The name of the title's header before it was renamed; servers like OpenRouter know it. */
  private static final String OLD_TITLE = "X-Title";

  private static final String ANTHROPIC_BETA = "x-anthropic-beta";

  /** Without it OpenRouter takes {@code strict} off tools on their way to Anthropic. */
  private static final String STRICT_TOOLS = "structured-outputs-2025-11-13";

  private RequestHeaders() {}

  /** Names and values, in a fixed order. */
  public static Map<String, String> of(ChatRequest request) {
    Map<String, String> headers = of(request.options());
    if (hasStrictFunction(request)) {
      String others = headers.get(ANTHROPIC_BETA);
      if (others == null) {
        headers.put(ANTHROPIC_BETA, STRICT_TOOLS);
      } else if (!others.contains(STRICT_TOOLS)) {
        headers.put(ANTHROPIC_BETA, others + "," + STRICT_TOOLS);
      }
    }
    return headers;
  }

  private static boolean hasStrictFunction(ChatRequest request) {
    AnswerSchema schema = request.schema();
    if (schema != null && schema.mode() == StructuredOutput.TOOL && schema.strict()) {
      return true;
    }
    for (ToolMethod<?> tool : request.tools()) {
      if (tool.strict()) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> of(PromptOptions options) {
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, @Nullable Object> values = options.toMap();
    if (values.get(Option.APP_REFERER.optionName()) instanceof String referer) {
      headers.put(Option.APP_REFERER.wireName(), referer);
    }
    if (values.get(Option.APP_TITLE.optionName()) instanceof String title) {
      headers.put(Option.APP_TITLE.wireName(), title);
      headers.put(OLD_TITLE, title);
    }
    if (values.get(Option.APP_CATEGORIES.optionName()) instanceof List<?> list && !list.isEmpty()) {
      headers.put(Option.APP_CATEGORIES.wireName(), joined(list));
    }
    responseCache(values, headers);
    if (values.get(Option.ROUTER_METADATA.optionName()) instanceof Boolean wanted) {
      headers.put(Option.ROUTER_METADATA.wireName(), wanted ? "enabled" : "disabled");
    }
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      if (entry.getKey().startsWith(OptionSet.EXTRA_HEADER)) {
        String name = entry.getKey().substring(OptionSet.EXTRA_HEADER.length());
        headers.put(name, String.valueOf(entry.getValue()));
      }
    }
    return headers;
  }

  /** A setting of the cache implies the cache, unless that is off. */
  private static void responseCache(
      Map<String, @Nullable Object> values, Map<String, String> headers) {
    Object cache = values.get(Option.RESPONSE_CACHE.optionName());
    Object ttl = values.get(Option.RESPONSE_CACHE_TTL_SECONDS.optionName());
    boolean clear = Boolean.TRUE.equals(values.get(Option.RESPONSE_CACHE_CLEAR.optionName()));
    if (cache == null && ttl == null && !clear) {
      return;
    }
    boolean on = !Boolean.FALSE.equals(cache);
    headers.put(Option.RESPONSE_CACHE.wireName(), Boolean.toString(on));
    if (on && ttl != null) {
      headers.put(Option.RESPONSE_CACHE_TTL_SECONDS.wireName(), ttl.toString());
    }
    if (on && clear) {
      headers.put(Option.RESPONSE_CACHE_CLEAR.wireName(), "true");
    }
  }

  private static String joined(List<?> items) {
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      if (text.length() > 0) {
        text.append(',');
      }
      text.append(item);
    }
    return text.toString();
  }
}
