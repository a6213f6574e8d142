package io.typedprompt.processor.check;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Tool;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the model can call a tool and be told its result. Each tool is checked once. */
final class ToolMethodChecker {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** What a value comes in that is not there yet, or is more than a value. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "java.util.concurrent.CompletionStage", "Return a CompletableFuture.",
          "java.util.concurrent.Future", "Return a CompletableFuture.",
          "java.util.stream.Stream", "Return a List.",
          "io.typedprompt.PromptStream", "Return its result().value().",
          "io.typedprompt.PromptResult", "Return its value().");

  private static final String ADVICE =
      "Return a String, or a record with what the model needs to know.";

  private final Findings findings;
  private final Set<Tool> checked = Collections.newSetFromMap(new IdentityHashMap<>());

  ToolMethodChecker(Findings findings) {
    this.findings = findings;
  }

  void check(Tool tool) {
    if (!checked.add(tool)) {
      return;
    }
    if (!NAME.matcher(tool.name()).matches()) {
      findings.add(Problem.INVALID_TOOL_NAME, tool.nameWhere(), tool.displayName(), tool.name());
    }
    checkParameters(tool);
    tool.result().shape().ifPresent(shape -> checkResult(tool, shape));
  }

  private void checkParameters(Tool tool) {
    Map<String, String> owners = new HashMap<>();
    for (Member parameter : tool.parameters()) {
      String other = owners.putIfAbsent(parameter.jsonName(), parameter.name());
      if (other != null) {
        findings.add(
            Problem.DUPLICATE_NAME,
            parameter.where(),
            tool.displayName(),
            parameter.jsonName(),
            other,
            parameter.name());
      }
      new AnswerChecker(findings)
          .checkPart(parameter, parameter.name() + " of " + tool.displayName());
    }
  }

  private void checkResult(Tool tool, Shape result) {
    TypeName raw =
        result.present().type() instanceof ParameterizedTypeName generic
            ? generic.rawType()
            : result.present().type();
    String instead = INSTEAD.get(raw.toString());
    if (instead != null) {
      unsupported(tool, Descriptions.withArticle(result), instead);
      return;
    }
    Optional<Printability.Obstacle> obstacle = Printability.problem(result);
    if (obstacle.isPresent() && obstacle.get().value() instanceof Shape.HiddenShape hidden) {
      findings.add(
          Problem.INACCESSIBLE_TYPE,
          tool.where(),
          Descriptions.name(hidden),
          hidden.problem(),
          hidden.fix());
    } else {
      obstacle.ifPresent(found -> unsupported(tool, found.what(), ADVICE));
    }
  }

  private void unsupported(Tool tool, String what, String advice) {
    findings.add(Problem.UNSUPPORTED_TOOL_RESULT, tool.where(), tool.displayName(), what, advice);
  }
}
