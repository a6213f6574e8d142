package io.typedprompt.internal.response;

import io.typedprompt.Citation;
import io.typedprompt.FileAnnotation;
import io.typedprompt.internal.json.JsonSlices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code annotations}: web pages and files. */
final class AnnotationsReader {
  private final List<Citation> citations = new ArrayList<>();
  private final List<FileAnnotation> files = new ArrayList<>();

  private final List<String> fileJson = new ArrayList<>();
  private final String source;

  private AnnotationsReader(String source) {
    this.source = source;
  }

  static Annotations read(JsonParser in, String source) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return Annotations.NONE;
    }
    AnnotationsReader reader = new AnnotationsReader(source);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      reader.annotation(in);
    }
    return new Annotations(reader.citations, reader.files, reader.fileJson);
  }

  private void annotation(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    int start = JsonSlices.start(in);
    int known = files.size();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "url_citation" -> {
          Citation citation = citation(in);
          if (citation != null) {
            citations.add(citation);
          }
        }
        case "file" -> {
          FileAnnotation file = file(in);
          if (file != null && files.size() == known) {
            files.add(file);
          }
        }
        default -> in.skipChildren();
      }
    }
    if (files.size() > known) {
      fileJson.add(source.substring(start, JsonSlices.end(in)));
    }
  }

  private static @Nullable FileAnnotation file(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return null;
    }
    String hash = null;
    String fileName = null;
    String text = "";
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "hash" -> hash = JsonValues.filledText(in);
        case "name" -> fileName = JsonValues.filledText(in);
        case "content" -> text = MessageReader.content(in);
        default -> in.skipChildren();
      }
    }
    return hash == null ? null : FileAnnotation.of(hash, fileName, text);
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
