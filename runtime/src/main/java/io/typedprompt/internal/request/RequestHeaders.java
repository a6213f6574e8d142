package io.typedprompt.internal.request;

import io.typedprompt.PromptOptions;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that options turn into: attribution of the application, and the extra ones. */
public final class RequestHeaders {
  /** The name of the title's header before it was renamed; servers like OpenRouter know it. */
  private static final String OLD_TITLE = "X-Title";

  private RequestHeaders() {}

  /** Names and values, in a fixed order. */
  public static Map<String, String> of(PromptOptions options) {
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
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      if (entry.getKey().startsWith(OptionSet.EXTRA_HEADER)) {
        String name = entry.getKey().substring(OptionSet.EXTRA_HEADER.length());
        headers.put(name, String.valueOf(entry.getValue()));
      }
    }
    return headers;
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
