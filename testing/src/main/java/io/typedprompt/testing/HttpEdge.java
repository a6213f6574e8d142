package io.typedprompt.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Turns Jetty's requests into calls, and sends the replies. */
final class HttpEdge extends Handler.Abstract {
  private static final String BEARER = "bearer ";
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-provider-api-keys");

  private final Endpoints endpoints;

  HttpEdge(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    Reply reply = endpoints.reply(call(request, body));
    new ReplyWriter(request, response, reply, callback).start();
    return true;
  }

  private static Call call(Request request, String body) {
    return new Call(
        request.getMethod(),
        Request.getPathInContext(request),
        query(request),
        headers(request),
        bearer(request),
        body);
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return query;
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      String value = SECRET_HEADERS.contains(name) ? "[redacted]" : field.getValue();
      headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value == null ? "" : value);
    }
    return headers;
  }

  private static String bearer(Request request) {
    String header = request.getHeaders().get("Authorization");
    boolean isBearer = header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER);
    return isBearer ? header.substring(BEARER.length()).strip() : "";
  }
}
