package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.CheckedPrompt.Pair;
import io.typedprompt.processor.model.ExamplePair;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.schema.ExampleWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Whether the answers of few-shot examples are values of the answer's type. */
final class ExampleChecker {
  private final Findings findings;

  ExampleChecker(Findings findings) {
    this.findings = findings;
  }

  /** The examples, with answers in the form of the schema. */
  List<Pair> check(PromptMethod method) {
    List<Pair> pairs = new ArrayList<>();
    for (ExamplePair example : method.examples()) {
      checkMedia(example, method);
      if (method.isText()) {
        pairs.add(new Pair(example.user(), example.assistant()));
      } else {
        typed(method.answer(), example, pairs);
      }
    }
    return pairs;
  }

  /** Braces are plain text in examples, so that whoever names an image there is mistaken. */
  private void checkMedia(ExamplePair example, PromptMethod method) {
    for (PromptParameter parameter : method.parameters()) {
      String tag = "{{" + parameter.name() + "}}";
      if (parameter.shape().media().isPresent() && example.user().contains(tag)) {
        findings.add(
            Problem.MISPLACED_MEDIA,
            example.userWhere(),
            parameter.name(),
            Descriptions.withArticle(parameter.shape()),
            "which an example cannot show: " + tag + " is plain text there. Remove it.");
      }
    }
  }

  private void typed(Shape answer, ExamplePair example, List<Pair> pairs) {
    try {
      String json = ExampleWriter.write(answer, parse(answer, example.assistant()));
      pairs.add(new Pair(example.user(), json));
    } catch (ExampleWriter.Misfit e) {
      invalid(answer, example, e.reason());
    } catch (JacksonException e) {
      invalid(answer, example, Json.reason(e));
    }
  }

  /** Text and names of constants may stand without quotes. */
  private static Object parse(Shape answer, String text) {
    if (Truth.unwrap(answer) instanceof Shape.EnumShape && !text.strip().startsWith("\"")) {
      return text.strip().equals("null") ? Json.NULL : text.strip();
    }
    return Json.parse(text);
  }

  private void invalid(Shape answer, ExamplePair example, String reason) {
    findings.add(
        Problem.INVALID_EXAMPLE,
        example.where(),
        Descriptions.shortened(example.assistant()),
        Descriptions.withArticle(answer),
        reason);
  }
}
