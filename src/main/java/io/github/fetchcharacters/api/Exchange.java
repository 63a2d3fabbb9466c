package io.github.fetchcharacters.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request under way: completes with the reply, or with the failure that is to be reported.
 * Completing it in another way, such as cancelling it, ends the request.
 */
final class Exchange extends CompletableFuture<Reply> {

  private final URI uri;
  private final HttpSettings settings;
  private final InlineExecutor executor;
  private final CompletableFuture<Void> deadline = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> sent;

  /**
   * @param uri what is asked, for messages
   * @param executor the client's own
   */
  Exchange(URI uri, HttpSettings settings, InlineExecutor executor) {
    this.uri = uri;
    this.settings = settings;
    this.executor = executor;
  }

  /** Sends the request. To be called once. */
  void start(HttpClient client, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, this::body);
    sent = response;
    deadline.orTimeout(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    // Only cancel(true) on the client's own future ends the exchange; a timeout on it would not.
    deadline.whenComplete(
        (inTime, late) -> {
          if (late != null) {
            response.cancel(true);
          }
        });
    whenComplete(
        (reply, thrown) -> {
          deadline.complete(null);
          if (thrown != null) {
            response.cancel(true);
          }
        });
    response.whenComplete(this::ended);
  }

  private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo response) {
    return LimitedBody.of(
        response,
        settings.maxBody(),
        settings.identifyConnections() ? bytes -> {} : bytes -> arrived(response, bytes));
  }

  /**
   * The client would hand its response to the common pool (JDK-8204339), and wake a thread of it
   * for each. Not if its future is complete by then.
   */
  private void arrived(HttpResponse.ResponseInfo response, byte[] bytes) {
    CompletableFuture<HttpResponse<byte[]>> future = sent;
    if (future != null) {
      future.complete(null);
    }
    executor.afterTask(
        () ->
            complete(
                reply(response.statusCode(), response.version(), response.headers(), null, bytes)));
  }

  private void ended(@Nullable HttpResponse<byte[]> response, @Nullable Throwable thrown) {
    try {
      if (thrown != null) {
        boolean late = deadline.isCompletedExceptionally();
        completeExceptionally(TransportFailures.classified(uri, settings, thrown, late));
      } else if (response != null) {
        complete(reply(response));
      }
    } catch (RuntimeException | Error defect) {
      completeExceptionally(defect);
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    // Null where a proxy asks for a password before the tunnel.
    byte[] body = response.body();
    return reply(
        response.statusCode(),
        response.version(),
        response.headers(),
        ConnectionIdentity.of(response),
        body == null ? new byte[0] : body);
  }

  private static Reply reply(
      int status,
      HttpClient.Version version,
      HttpHeaders headers,
      @Nullable Object connection,
      byte[] body) {
    return new Reply(
        status,
        version == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
        headers.firstValue("retry-after").orElse(null),
        headers.firstValue("location").orElse(null),
        connection,
        body);
  }
}
