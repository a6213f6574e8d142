package io.typedprompt.benchmarks;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Answers in place of the network, with the same each time, once it has read the request. */
final class CannedAnswer implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType EVENTS = MediaType.get("text/event-stream");

  private final byte[] body;
  private final MediaType type;

  private CannedAnswer(byte[] body, MediaType type) {
    this.body = body;
    this.type = type;
  }

  /** A client that gets this body from wherever it asks. */
  static OkHttpClient json(byte[] body) {
    return client(new CannedAnswer(body, JSON));
  }

  /** A client that gets this stream from wherever it asks. */
  static OkHttpClient events(byte[] body) {
    return client(new CannedAnswer(body, EVENTS));
  }

  private static OkHttpClient client(CannedAnswer answer) {
    return new OkHttpClient.Builder().addInterceptor(answer).build();
  }

  @Override
  public Response intercept(Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(new Buffer().write(body), type, body.length))
        .build();
  }
}
