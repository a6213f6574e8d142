package io.typedprompt.internal.request;

import io.typedprompt.Message;
import io.typedprompt.internal.json.JsonStreams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads messages from JSON. What does not fit is an exception that says where it is. */
public final class StoredMessages {
  private StoredMessages() {}

  /**
   * The messages in a JSON array.
   *
   * @throws IllegalArgumentException if the text is no JSON array of messages
   */
  public static List<Message> list(String json) {
    try (JsonParser in = JsonStreams.parser(json)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw misfit("The conversation", in.currentToken(), "a JSON array of messages");
      }
      List<Message> messages = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        String where = "messages[" + messages.size() + "]";
        messages.add(new StoredMessageReader(in, json, where).read());
      }
      end(in, "The conversation");
      return messages;
    } catch (JacksonException e) {
      throw noJson("The conversation", e);
    }
  }

  /**
   * The message in a JSON object.
   *
   * @throws IllegalArgumentException if the text is no message
   */
  public static ChatMessage message(String json) {
    try (JsonParser in = JsonStreams.parser(json)) {
      in.nextToken();
      ChatMessage message = new StoredMessageReader(in, json, "message").read();
      end(in, "The message");
      return message;
    } catch (JacksonException e) {
      throw noJson("The message", e);
    }
  }

  private static void end(JsonParser in, String what) {
    if (in.nextToken() != null) {
      throw new IllegalArgumentException(what + " is followed by something else.");
    }
  }

  private static IllegalArgumentException noJson(String what, JacksonException e) {
    String place =
        "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    String reason = e.getOriginalMessage();
    // Where the value began that was not closed is said by an object that hides its text.
    int end = reason.indexOf(" (start marker at ");
    return new IllegalArgumentException(
        what + " is not JSON, at " + place + ": " + (end < 0 ? reason : reason.substring(0, end)),
        e);
  }

  /** What is thrown where something else is than what should be there. */
  static IllegalArgumentException misfit(String where, @Nullable JsonToken found, String expected) {
    return new IllegalArgumentException(
        where + " is " + words(found) + ", but should be " + expected + ".");
  }

  private static String words(@Nullable JsonToken token) {
    if (token == null) {
      return "missing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "null";
    };
  }
}
