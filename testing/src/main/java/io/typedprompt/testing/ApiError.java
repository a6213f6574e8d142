package io.typedprompt.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as the API reports it.
 *
 * @param status the HTTP status, which is also the body's {@code error.code}
 * @param message what {@code error.message} says
 * @param metadata {@code error.metadata}, null if the API sends none
 * @param availability {@code error.availability}, null if the API sends none
 * @param headers further response headers
 */
record ApiError(
    int status,
    String message,
    @Nullable ObjectNode metadata,
    @Nullable ObjectNode availability,
    Map<String, String> headers) {

  /**
   * Real error bodies carry the account's id; so do these, so that clients can prove they hide it.
   */
  static final String USER_ID = "user_embedded0000000000000000";

  static ApiError of(int status, String message) {
    return new ApiError(status, message, null, null, Map.of());
  }

  static ApiError badRequest(String message) {
    return of(400, message);
  }

  /** An error of the provider behind a model, with the provider's own text in {@code raw}. */
  static ApiError ofProvider(int status, String providerName, String raw) {
    ObjectNode metadata =
        Json.object()
            .put("raw", raw)
            .put("provider_name", providerName)
            .put("error_type", errorType(status));
    return of(status, "Provider returned error").withMetadata(metadata);
  }

  ApiError withMetadata(ObjectNode changed) {
    return new ApiError(status, message, changed, availability, headers);
  }

  ApiError withAvailability(ObjectNode changed) {
    return new ApiError(status, message, metadata, changed, headers);
  }

  ApiError withHeader(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return new ApiError(status, message, metadata, availability, changed);
  }

  /** The {@code error} object alone, as it also stands in a stream's chunk. */
  ObjectNode error() {
    ObjectNode error = Json.object().put("message", message).put("code", status);
    setIfPresent(error, "metadata", metadata);
    setIfPresent(error, "availability", availability);
    return error;
  }

  /** The whole body. Before the key is known there is no account, hence no {@code user_id}. */
  ObjectNode body() {
    ObjectNode body = Json.object();
    body.set("error", error());
    if (status != 401) {
      body.put("user_id", USER_ID);
    }
    return body;
  }

  Reply reply() {
    return Reply.json(status, body()).withHeaders(headers);
  }

  /** The API's {@code error_type} for a status. */
  static String errorType(int status) {
    return switch (status) {
      case 400 -> "invalid_request";
      case 401 -> "authentication";
      case 402 -> "payment_required";
      case 403 -> "permission_denied";
      case 404 -> "not_found";
      case 408, 504, 524 -> "timeout";
      case 412 -> "precondition_failed";
      case 413 -> "payload_too_large";
      case 422 -> "unprocessable";
      case 429 -> "rate_limit_exceeded";
      case 500 -> "server";
      case 502 -> "provider_unavailable";
      case 503, 529 -> "provider_overloaded";
      default -> "unmapped";
    };
  }

  private static void setIfPresent(ObjectNode target, String name, @Nullable JsonNode value) {
    if (value != null) {
      target.set(name, value);
    }
  }
}
