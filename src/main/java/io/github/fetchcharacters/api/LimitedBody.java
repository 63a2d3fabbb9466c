package io.github.fetchcharacters.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a limit, which also holds for what gzip expands to. Beyond it the exchange
 * is given up and memory does not grow.
 */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final int limit;
  private final String encoding;
  private final Consumer<byte[]> arrived;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param limit most bytes
   * @param encoding the Content-Encoding, {@code identity} for none
   * @param arrived is told the whole body, before anybody else
   */
  private LimitedBody(int limit, String encoding, Consumer<byte[]> arrived) {
    this.limit = limit;
    this.encoding = encoding;
    this.arrived = arrived;
  }

  static LimitedBody of(HttpResponse.ResponseInfo response, int limit, Consumer<byte[]> arrived) {
    return new LimitedBody(
        limit, response.headers().firstValue("content-encoding").orElse("identity"), arrived);
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
    for (ByteBuffer buffer : buffers) {
      if (received.size() + buffer.remaining() > limit) {
        giveUp(tooLarge());
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
      byte[] whole = decoded(received.toByteArray());
      arrived.accept(whole);
      body.complete(whole);
    } catch (TransportException unacceptable) {
      body.completeExceptionally(unacceptable);
    }
  }

  private byte[] decoded(byte[] bytes) {
    // RFC 9110, section 8.4.1: the names of codings are not case-sensitive.
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity" -> bytes;
      case "gzip", "x-gzip" -> expanded(bytes);
      default ->
          throw new TransportException(
              TransportException.Kind.UNACCEPTABLE,
              "the answer is encoded as '" + encoding + "', which was not asked for",
              null);
    };
  }

  private byte[] expanded(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] expanded = gzip.readNBytes(limit + 1);
      if (expanded.length > limit) {
        throw tooLarge();
      }
      return expanded;
    } catch (IOException damaged) {
      throw new TransportException(
          TransportException.Kind.LOST, "the gzip data of the answer is damaged", damaged);
    }
  }

  private TransportException tooLarge() {
    return new TransportException(
        TransportException.Kind.UNACCEPTABLE,
        "the answer is larger than --max-body=" + limit + " bytes",
        null);
  }

  private void giveUp(TransportException failure) {
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(failure);
  }
}
