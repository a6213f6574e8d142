package io.typedprompt.internal.response;

import io.typedprompt.Citation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code annotations} for the web pages among them. */
final class CitationsReader {
  private CitationsReader() {}

  static List<Citation> read(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return List.of();
    }
    List<Citation> citations = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Citation citation = annotation(in);
      if (citation != null) {
        citations.add(citation);
      }
    }
    return citations;
  }

  private static @Nullable Citation annotation(JsonParser in) {
    Citation citation = null;
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return citation;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals("url_citation")) {
        citation = citation(in);
      } else {
        in.skipChildren();
      }
    }
    return citation;
  }

  private static @Nullable Citation citation(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return null;
    }
    String url = null;
    String title = null;
    String content = null;
    int start = -1;
    int end = -1;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "url" -> url = JsonValues.filledText(in);
        case "title" -> title = JsonValues.text(in);
        case "content" -> content = JsonValues.text(in);
        case "start_index" -> start = index(in);
        case "end_index" -> end = index(in);
        default -> in.skipChildren();
      }
    }
    return url == null
        ? null
        : Citation.builder(url)
            .title(title)
            .content(content)
            .startIndex(start)
            .endIndex(end)
            .build();
  }

  private static int index(JsonParser in) {
    long index = JsonValues.count(in);
    return index > Integer.MAX_VALUE ? -1 : (int) index;
  }
}
