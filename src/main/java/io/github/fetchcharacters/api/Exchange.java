package io.github.fetchcharacters.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request under way: completes with the reply, or with the failure that is to be reported.
 * Completing it in another way, such as cancelling it, ends the request.
 */
final class Exchange extends CompletableFuture<Reply> {

  private final URI uri;
  private final HttpSettings settings;
  private final HttpClient client;
  private final InlineExecutor executor;
  private final Set<Exchange> underWay;
  private final long started = System.nanoTime();
  private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> sent;
  private volatile boolean late;
  private volatile boolean begun;

  /**
   * @param uri what is asked, for messages
   * @param client sends it
   * @param executor the client's own
   * @param underWay what this leaves when it ends, before anybody hears of it: who asks for the
   *     next exchange there is to find a place free
   */
  Exchange(
      URI uri,
      HttpSettings settings,
      HttpClient client,
      InlineExecutor executor,
      Set<Exchange> underWay) {
    this.client = client;
    this.uri = uri;
    this.settings = settings;
    this.executor = executor;
    this.underWay = underWay;
  }

  /** Sends the request. To be called once. */
  void start(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response = sent(request);
    sent = response;
    if (late) {
      response.cancel(true);
    }
    whenComplete(
        (reply, thrown) -> {
          if (thrown != null) {
            response.cancel(true);
          }
        });
    response.whenComplete(this::ended);
  }

  private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) {
    try {
      return client.sendAsync(request, this::body);
    } catch (RuntimeException | Error unsendable) {
      return failedFuture(unsendable);
    }
  }

  /**
   * Ends the exchange if its time, from when it was made, is over.
   *
   * @return the nanoseconds it still has; {@link Long#MAX_VALUE} if it ends now
   */
  long expire() {
    long left = settings.timeout().toNanos() - (System.nanoTime() - started);
    if (left > 0) {
      return left;
    }
    late = true;
    // Null while the request is still being sent, which may take the look-up of a name.
    CompletableFuture<HttpResponse<byte[]>> response = sent;
    if (response != null) {
      // Only cancel(true) on the client's own future ends the exchange; a timeout on it would not.
      response.cancel(true);
    }
    return Long.MAX_VALUE;
  }

  private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo response) {
    begun = true;
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
            succeed(
                reply(response.statusCode(), response.version(), response.headers(), null, bytes)));
  }

  private void ended(@Nullable HttpResponse<byte[]> response, @Nullable Throwable thrown) {
    try {
      if (thrown != null) {
        fail(TransportFailures.classified(uri, settings, thrown, late, begun));
      } else if (response != null) {
        succeed(reply(response));
      }
    } catch (RuntimeException | Error defect) {
      fail(defect);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    underWay.remove(this);
    return super.cancel(mayInterruptIfRunning);
  }

  private void succeed(Reply reply) {
    if (TlsFailures.asksForTls(uri, reply)) {
      fail(TlsFailures.speaksTls(uri, null));
      return;
    }
    underWay.remove(this);
    complete(reply);
  }

  private void fail(Throwable failure) {
    underWay.remove(this);
    completeExceptionally(failure);
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
