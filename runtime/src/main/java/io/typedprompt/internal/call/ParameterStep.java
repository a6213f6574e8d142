package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptOptions;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first step where no endpoint is left for a request: a schema or a forced tool makes the
 * client ask for endpoints that know every option, and one of the options may be what none of them
 * knows.
 */
final class ParameterStep {
  private ParameterStep() {}

  /**
   * The options that an endpoint may drop if it need not know them all. Empty if the developer
   * decided that it must, if there are none, or if there are endpoints and one of them refused:
   * then the same request without that demand would change nothing.
   */
  static List<String> droppable(ChatRequest request, OpenRouterException failure) {
    Map<String, @Nullable Object> options = request.options().toMap();
    if (failure.status() != 404
        || !request.isRequiring()
        || options.containsKey(Option.PROVIDER_REQUIRE_PARAMETERS.optionName())) {
      return List.of();
    }
    return modelParameters(request.options());
  }

  private static List<String> modelParameters(PromptOptions options) {
    List<String> names = new ArrayList<>();
    for (String name : options.toMap().keySet()) {
      Option option = Option.named(name);
      if (option == null ? name.startsWith(OptionSet.EXTRA_BODY) : option.isModelParameter()) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * What a developer should know after the step.
   *
   * @param schema the form of the answer, which may have been ignored, too; null if there is none
   */
  static String warning(List<String> options, @Nullable AnswerSchema schema) {
    return "No endpoint knows all options of the request, so it was repeated without"
        + " require_parameters: the provider may have ignored "
        + String.join(", ", options)
        + (schema == null ? "" : ", or the schema itself")
        + ". Leave out what the model does not know.";
  }
}
