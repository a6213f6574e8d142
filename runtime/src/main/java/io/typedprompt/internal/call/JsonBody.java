package io.typedprompt.internal.call;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * The body of a request that must not be repeated behind our back: OkHttp follows up on some
 * answers (a redirect, a 503 that asks for it) by itself, unless the body is for one use.
 */
final class JsonBody extends RequestBody {
  private final byte[] json;
  private volatile boolean started;

  JsonBody(byte[] json) {
    this.json = json;
  }

  @Override
  public MediaType contentType() {
    return MediaType.get("application/json");
  }

  @Override
  public long contentLength() {
    return json.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    started = true;
    sink.write(json);
  }

  byte[] json() {
    return json;
  }

  /** Whether the server may have seen any of it. */
  boolean started() {
    return started;
  }
}
