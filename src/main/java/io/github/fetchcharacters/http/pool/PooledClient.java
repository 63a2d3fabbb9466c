package io.github.fetchcharacters.http.pool;

import io.github.fetchcharacters.http.tls.ConnectionWatch;
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

  private final ConnectionWatch watch;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile boolean heldUp;
  private volatile long movedAt = System.nanoTime();
  private volatile boolean http2;
  private volatile boolean hasKept;
  private volatile boolean retired;
  private volatile boolean cutShort;

  /**
   * @param client opens no connection yet
   * @param watch sees the frames of the client's connections
   */
  public PooledClient(HttpClient client, ConnectionWatch watch) {
    this.client = new AtomicReference<>(client);
    this.watch = watch;
  }

  /** Counts a request that is about to start; {@link #leave} counts its end. */
  void enter() {
    begun.incrementAndGet();
    peak.accumulateAndGet(load(), Math::max);
  }

  /**
   * Counts the end of a request, of whatever kind.
   *
   * @return whether it was the last one of a retired client
   */
  boolean leave() {
    // Any end counts as an answer: a server may refuse any number of requests.
    watch.heard();
    ended.incrementAndGet();
    return shutDownWhenDone();
  }

  /** Sends a request that has entered. */
  public CompletableFuture<HttpResponse<byte[]>> send(
      HttpRequest request, HttpResponse.BodyHandler<byte[]> body) {
    return Objects.requireNonNull(client.get()).sendAsync(request, body);
  }

  /** Counts a complete answer. */
  void answered(boolean overHttp2) {
    http2 = overHttp2;
    if (overHttp2) {
      watch.complete();
    }
    answered.incrementAndGet();
  }

  /** Records that the connection of an answer that has begun may serve again. */
  public void keeps() {
    hasKept = true;
  }

  /** Whether a connection may have carried an answer before its next request. */
  public boolean hasKept() {
    return hasKept;
  }

  /** Records that bytes of an answer have come. */
  public void moved() {
    movedAt = System.nanoTime();
    heldUp = false;
    watch.heard();
  }

  /** Records that an answer has begun and stalls. */
  public void holdUp() {
    heldUp = true;
  }

  /** Whether no byte of any answer has come since one stalled. */
  public boolean isHeldUp() {
    return heldUp;
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

  /** Whether the server ends the connection: a further request would open another. */
  boolean isGoingAway() {
    return watch.isGoingAway();
  }

  /**
   * Requests that the server serves on the connection that it ends early: as many as its GOAWAY
   * says, else the complete answers so far.
   */
  int served() {
    return Math.max(answered.get(), watch.isGoingAway() ? watch.served() : 0);
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
