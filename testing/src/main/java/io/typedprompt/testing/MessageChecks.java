package io.typedprompt.testing;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the API refuses about the messages of a request. */
final class MessageChecks {
  private static final List<String> ROLES =
      List.of("system", "developer", "user", "assistant", "tool");
  private static final List<String> TEXT_ONLY = List.of("text");
  private static final List<String> PARTS =
      List.of("text", "image_url", "file", "input_audio", "video_url", "input_video");

  private static final Pattern URL = Pattern.compile("https?://|data:[^,]*,");

  private MessageChecks() {}

  static void check(Fields body) {
    if (body.get("messages") == null) {
      throw Rejection.badRequest("Input required: specify \"messages\"");
    }
    List<Fields> messages = body.objects("messages");
    if (messages.isEmpty()) {
      throw body.rejection("Array must contain at least 1 element(s)", "messages");
    }
    for (Fields message : messages) {
      checkMessage(message);
    }
    ToolMessageChecks.check(messages);
  }

  static void checkCacheControl(Fields holder) {
    Fields control = holder.object("cache_control");
    if (control != null) {
      control.requireOneOf("type", List.of("ephemeral"));
      control.oneOf("ttl", List.of("5m", "1h"));
    }
  }

  private static void checkMessage(Fields message) {
    message.text("name");
    switch (message.requireOneOf("role", ROLES)) {
      case "system", "developer" -> checkContent(message, TEXT_ONLY);
      case "tool" -> {
        message.requireText("tool_call_id");
        checkContent(message, PARTS);
      }
      case "assistant" -> checkAssistant(message);
      default -> checkContent(message, PARTS);
    }
  }

  private static void checkAssistant(Fields message) {
    if (message.get("content") != null) {
      checkContent(message, PARTS);
    }
    message.text("refusal");
    message.text("reasoning");
    message.array("reasoning_details");
    for (Fields call : message.objects("tool_calls")) {
      call.requireText("id");
      call.requireOneOf("type", List.of("function"));
      Fields function = call.requireObject("function");
      function.requireText("name");
      function.requireText("arguments");
    }
  }

  private static void checkContent(Fields message, List<String> partTypes) {
    JsonNode content = message.require("content");
    if (content.isString()) {
      return;
    }
    if (!content.isArray()) {
      throw message.unexpected("string or array", "content");
    }
    for (Fields part : message.objects("content")) {
      checkPart(part, partTypes);
    }
  }

  /** Providers fetch web addresses; everything else comes with the request. */
  private static void checkUrl(Fields holder, String name) {
    if (!URL.matcher(holder.requireText(name)).lookingAt()) {
      throw Rejection.badRequest(
          "Invalid URL in '" + name + "': it must begin with https: or data:");
    }
  }

  private static void checkPart(Fields part, List<String> partTypes) {
    switch (part.requireOneOf("type", partTypes)) {
      case "text" -> part.requireText("text");
      case "image_url" -> {
        Fields image = part.requireObject("image_url");
        checkUrl(image, "url");
        image.oneOf("detail", List.of("auto", "low", "high", "original"));
      }
      case "file" -> {
        Fields file = part.requireObject("file");
        file.text("filename");
        if (file.get("file_data") != null) {
          checkUrl(file, "file_data");
        }
        file.text("file_id");
      }
      case "input_audio" -> {
        Fields audio = part.requireObject("input_audio");
        if (URL.matcher(audio.requireText("data")).lookingAt()) {
          throw Rejection.badRequest("Audio input must be base64-encoded; URLs are not supported.");
        }
        audio.requireText("format");
      }
      case "video_url" -> checkUrl(part.requireObject("video_url"), "url");
      default -> part.requireObject("video_url").requireText("url");
    }
    checkCacheControl(part);
  }
}
