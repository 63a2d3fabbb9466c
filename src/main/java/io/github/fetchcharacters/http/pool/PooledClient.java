package io.github.fetchcharacters.http.pool;

import io.github.fetchcharacters.http.tls.WatchedEngine;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One {@link HttpClient}, with the counts of its requests. A retired client takes no further
 * request and is shut down when the last one has ended. Safe for use by many threads.
 */
public final class PooledClient {

  private static final int MAX_COLD_FAILURES = 3;

  /**
   * Null after the shutdown. The JDK's list of things to clean up holds the insides of an HTTP/2
   * client, these hold the last requests, and they hold this object: together with the client they
   * would stay in memory.
   */
  private final AtomicReference<@Nullable HttpClient> client;

  private final AtomicInteger silentFrames;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger begunCold = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile boolean heldUp;
  private volatile long movedAt = System.nanoTime();
  private volatile boolean http2;
  private volatile boolean hasMoved;
  private volatile boolean hasKept;
  private volatile boolean retired;
  private volatile boolean cutShort;
  private volatile @Nullable Object connection;

  /**
   * @param client opens no connection yet
   * @param silentFrames HTTP/2 frames since bytes of an answer last came; the client's TLS engines
   *     count them
   */
  public PooledClient(HttpClient client, AtomicInteger silentFrames) {
    this.client = new AtomicReference<>(client);
    this.silentFrames = silentFrames;
  }

  /** Counts a request that is about to start; {@link #leave} counts its end. */
  void enter() {
    if (answered.get() == 0) {
      begunCold.incrementAndGet();
    }
    begun.incrementAndGet();
    peak.accumulateAndGet(load(), Math::max);
  }

  /**
   * Counts the end of a request, of whatever kind.
   *
   * @return whether it was the last one of a retired client
   */
  boolean leave() {
    heard();
    ended.incrementAndGet();
    return shutDownWhenDone();
  }

  /** Sends a request that has entered. */
  public CompletableFuture<HttpResponse<byte[]>> send(
      HttpRequest request, HttpResponse.BodyHandler<byte[]> body) {
    return Objects.requireNonNull(client.get()).sendAsync(request, body);
  }

  /** Counts a complete answer. */
  void answered(boolean overHttp2, @Nullable Object carrier) {
    http2 = overHttp2;
    if (answered.get() == 0) {
      connection = carrier;
    }
    if (carrier == null || carrier.equals(connection)) {
      answered.incrementAndGet();
    } else {
      hasMoved = begunCold.get() == 1;
    }
  }

  /** Records that the connection of an answer that has begun may serve again. */
  public void keeps() {
    hasKept = true;
  }

  /** Whether a connection may have carried an answer before its next request. */
  public boolean hasKept() {
    return hasKept;
  }

  /**
   * Whether an answer came on another connection than the first, which all could share. False if
   * the first requests began together: each of them opens a connection.
   */
  boolean hasMoved() {
    return hasMoved;
  }

  /** Records that bytes of an answer have come. */
  public void moved() {
    movedAt = System.nanoTime();
    heldUp = false;
    heard();
  }

  /** Records that an answer has begun and stalls. */
  public void holdUp() {
    heldUp = true;
  }

  /** Whether no byte of any answer has come since one stalled. */
  public boolean isHeldUp() {
    return heldUp;
  }

  /** Any end of a request counts as an answer: a server may refuse any number of requests. */
  private void heard() {
    if (silentFrames.get() <= WatchedEngine.MAX_SILENT_FRAMES) {
      silentFrames.set(0);
    }
  }

  /** Whether no byte of any answer has come for longer than a time. */
  public boolean stalledFor(Duration time) {
    return System.nanoTime() - movedAt > time.toNanos();
  }

  /** Requests in flight. */
  int load() {
    return begun.get() - ended.get();
  }

  /** Requests that have begun. */
  int begun() {
    return begun.get();
  }

  /** Complete answers on the connection of the first answer. */
  int answers() {
    return answered.get();
  }

  /**
   * Whether there is no connection yet: each request that begins would open one. Not after some
   * failures, which nothing says will end.
   */
  boolean isCold() {
    return answered.get() == 0 && ended.get() < MAX_COLD_FAILURES;
  }

  /** Whether answers come over HTTP/2. */
  public boolean isHttp2() {
    return http2;
  }

  /** Whether fewer requests are in flight than have been at once, so that a connection is free. */
  boolean hasFreeConnection() {
    return load() < peak.get();
  }

  /**
   * Shuts the client down as soon as no request is in flight.
   *
   * @return whether that was now
   */
  boolean retire() {
    retired = true;
    return shutDownWhenDone();
  }

  private boolean shutDownWhenDone() {
    HttpClient last = retired && load() == 0 ? client.getAndSet(null) : null;
    if (last != null) {
      ClientShutdown.now(last);
    }
    return last != null;
  }

  /** Records that the server has ended the connection early; false if that was known. */
  boolean markCutShort() {
    boolean known = cutShort;
    cutShort = true;
    return !known;
  }

  boolean isCutShort() {
    return cutShort;
  }
}
