package io.github.fetchcharacters.http.body;

import io.github.fetchcharacters.http.TransportException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a limit, before and after the expansion of gzip. Beyond the limit it ends
 * the exchange, and memory does not grow. The client calls it on one thread at a time.
 */
public final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final int limit;
  private final HttpResponse.ResponseInfo response;
  private final Runnable moved;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param limit max bytes
   * @param response its fields name the coding, its status decides whether the body matters
   * @param moved runs each time that bytes come
   */
  private LimitedBody(int limit, HttpResponse.ResponseInfo response, Runnable moved) {
    this.limit = limit;
    this.response = response;
    this.moved = moved;
  }

  /**
   * Makes a subscriber for the body of a response.
   *
   * @param limit max bytes
   * @param moved runs each time that bytes come
   */
  public static LimitedBody of(HttpResponse.ResponseInfo response, int limit, Runnable moved) {
    return new LimitedBody(limit, response, moved);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscribed) {
    subscription = subscribed;
    subscribed.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    moved.run();
    for (ByteBuffer buffer : buffers) {
      if (!hasRoom(received.size(), buffer.remaining(), limit)) {
        giveUp(tooLarge(limit));
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      received.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    if (body.isDone()) {
      return;
    }
    try {
      List<String> codings = response.headers().allValues("content-encoding");
      body.complete(ContentCoding.of(codings).unpacked(received.toByteArray(), limit));
    } catch (RuntimeException | Error unreadable) {
      fail(unreadable);
    }
  }

  /** A status other than 200 suffices without its body, which only explains it. */
  private void fail(Throwable failure) {
    if (response.statusCode() != 200 && failure instanceof TransportException) {
      body.complete(new byte[0]);
    } else {
      body.completeExceptionally(failure);
    }
  }

  /** Whether more bytes stay within the limit; a sum of the two may exceed an {@code int}. */
  static boolean hasRoom(int held, int more, int limit) {
    return more <= limit - held;
  }

  static TransportException tooLarge(int limit) {
    return new TransportException(
        TransportException.Kind.UNACCEPTABLE,
        "the answer is larger than --max-body=" + limit + " bytes",
        null);
  }

  private void giveUp(TransportException failure) {
    if (subscription != null) {
      subscription.cancel();
    }
    fail(failure);
  }
}
