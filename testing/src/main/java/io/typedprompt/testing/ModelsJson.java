package io.typedprompt.testing;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code GET /models}. */
final class ModelsJson {
  /** A fixed day: the catalogue is the same in every run. */
  private static final long CREATED = 1_767_225_600;

  private ModelsJson() {}

  static ObjectNode of(Collection<Model> models) {
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    models.forEach(model -> data.add(model(model)));
    body.put("total_count", models.size());
    body.putObject("links").putNull("next");
    return body;
  }

  private static ObjectNode model(Model model) {
    ObjectNode json =
        Json.object()
            .put("id", model.id())
            .put("canonical_slug", model.canonicalSlug())
            .put("name", model.name())
            .put("created", CREATED)
            .put("description", model.name() + ", as the embedded server plays it")
            .put("context_length", model.contextLength());
    ObjectNode architecture =
        json.putObject("architecture")
            .put("modality", "text->text")
            .put("tokenizer", "Other")
            .putNull("instruct_type");
    architecture.putArray("input_modalities").add("text");
    architecture.putArray("output_modalities").add("text");
    json.putObject("pricing")
        .put("prompt", model.promptPrice().toPlainString())
        .put("completion", model.completionPrice().toPlainString());
    json.putObject("top_provider")
        .put("context_length", model.contextLength())
        .put("max_completion_tokens", model.maxCompletionTokens())
        .put("is_moderated", false);
    json.putNull("per_request_limits");
    ArrayNode parameters = json.putArray("supported_parameters");
    model.sortedParameters().forEach(parameters::add);
    json.putNull("default_parameters").putNull("supported_voices");
    json.putObject("links")
        .put("details", Endpoints.BASE_PATH + "/models/" + model.canonicalSlug() + "/endpoints");
    return json;
  }
}
