package io.typedprompt.testing;

import org.jspecify.annotations.Nullable;

/** The API: finds the endpoint of a call, checks its key, and turns refusals into replies. */
final class Endpoints {
  static final String BASE_PATH = "/api/v1";

  private final ChatEndpoint chat;
  private final AccountEndpoints account;
  private final Catalogue catalogue;
  private final @Nullable String requiredKey;

  Endpoints(
      ChatEndpoint chat,
      AccountEndpoints account,
      Catalogue catalogue,
      @Nullable String requiredKey) {
    this.chat = chat;
    this.account = account;
    this.catalogue = catalogue;
    this.requiredKey = requiredKey;
  }

  Reply reply(Call call) {
    try {
      return switch (call.path()) {
        case BASE_PATH + "/chat/completions" -> {
          checkMethod(call, "POST");
          checkKey(call);
          yield chat.reply(call);
        }
        case BASE_PATH + "/models" -> {
          checkMethod(call, "GET");
          yield Reply.json(200, ModelsJson.of(catalogue.all()));
        }
        case BASE_PATH + "/key" -> {
          checkMethod(call, "GET");
          checkKey(call);
          yield account.key();
        }
        case BASE_PATH + "/generation" -> {
          checkMethod(call, "GET");
          checkKey(call);
          yield account.generation(call);
        }
        default -> ApiError.of(404, "Not Found: " + call).reply();
      };
    } catch (Rejection e) {
      return e.error().reply();
    } catch (RuntimeException | AssertionError e) {
      // Most likely the test's own rule or edit: its author must see why.
      return ApiError.of(500, "Internal Server Error: " + e).reply();
    }
  }

  private static void checkMethod(Call call, String method) {
    if (!call.method().equals(method)) {
      throw new Rejection(
          ApiError.of(405, "Method Not Allowed: " + call).withHeader("Allow", method));
    }
  }

  private void checkKey(Call call) {
    if (call.bearer().isEmpty()) {
      throw new Rejection(ApiError.of(401, "No cookie auth credentials found"));
    }
    if (requiredKey != null && !call.bearer().equals(requiredKey)) {
      throw new Rejection(ApiError.of(401, "User not found."));
    }
  }
}
