package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.internal.json.JsonStreams;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Problems as a model is told of them. */
public final class ProblemList {
  private ProblemList() {}

  /** A JSON array of objects with the path, what was expected, and what is there. */
  public static String json(List<AnswerProblem> problems) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonStreams.generator(text)) {
      out.writeStartArray();
      for (AnswerProblem problem : problems) {
        out.writeStartObject();
        out.writeStringProperty("path", problem.path());
        out.writeStringProperty("expected", problem.expected());
        out.writeStringProperty("got", problem.found());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return text.toString();
  }
}
