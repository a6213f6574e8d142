package io.typedprompt.internal.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model writes as the arguments of a tool, as the strict JSON object that it stands for.
 * Providers refuse to take anything else back, and whoever approves a call sees what is run.
 */
public final class ArgumentsJson {
  private static final String NONE = "{}";

  /** Some providers encode the object as the text of a string, some of them twice. */
  private static final int MOST_LAYERS = 3;

  private ArgumentsJson() {}

  /**
   * The object. None at all, in whatever spelling, is an empty one; JSON in a string is taken out
   * of it, and the mistakes are repaired that leave no doubt.
   *
   * @param strict whether mistakes are refused
   * @return null if there is no object, more than one, or only a part of one
   */
  public static @Nullable String of(String written, boolean strict) {
    String text = Blank.trim(written);
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      if (isNothing(text)) {
        return NONE;
      }
      if (text.length() > AnswerParser.MAX_LENGTH) {
        return null;
      }
      boolean plain = new JsonScanner(text).end(0) == text.length();
      if (!plain) {
        return strict ? null : repaired(text);
      }
      if (text.charAt(0) != '"') {
        return text.charAt(0) == '{' ? text : null;
      }
      text = Blank.trim(JsonText.string(text));
    }
    return null;
  }

  /** An empty list is what languages write whose lists are their maps. */
  private static boolean isNothing(String text) {
    return text.isEmpty() || text.equals("null") || text.equals("[]");
  }

  private static @Nullable String repaired(String text) {
    Candidates candidates = Candidates.in(text);
    String fenced = only(candidates.fenced());
    return fenced == null ? only(candidates.loose()) : fenced;
  }

  /** The object that all candidates say; an empty one beside another was only its beginning. */
  private static @Nullable String only(List<Candidate> candidates) {
    List<Node> objects = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!(candidate.node() instanceof Node.Members members)) {
        return null;
      }
      if (!members.list().isEmpty()) {
        objects.add(members);
      }
    }
    for (Node object : objects) {
      if (!NodeJson.same(objects.get(0), object)) {
        return null;
      }
    }
    if (objects.isEmpty()) {
      return candidates.isEmpty() ? null : NONE;
    }
    return NodeJson.of(objects.get(0));
  }
}
