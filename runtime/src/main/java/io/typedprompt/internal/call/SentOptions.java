package io.typedprompt.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Names the options in a request's body, to explain why nobody took it. */
final class SentOptions {
  private SentOptions() {}

  /** Names as they were sent, such as {@code temperature} and {@code provider.only}. */
  static List<String> in(byte[] body) {
    Set<String> noOptions = Set.of("messages", "model", "models", "stream");
    List<String> names = new ArrayList<>();
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken token = in.nextToken();
        if (name.equals("provider") && token == JsonToken.START_OBJECT) {
          addMembers(in, names);
        } else {
          in.skipChildren();
          if (!noOptions.contains(name)) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  private static void addMembers(JsonParser in, List<String> names) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      in.skipChildren();
      names.add("provider." + name);
    }
  }
}
