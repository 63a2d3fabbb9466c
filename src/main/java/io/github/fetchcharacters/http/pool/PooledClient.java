package io.github.fetchcharacters.http.pool;

import io.github.fetchcharacters.http.tls.WatchedEngine;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One {@link HttpClient}, with what has become of its requests. A retired client takes no more of
 * them and is shut down when the last one has ended. Safe for use by many threads.
 */
public final class PooledClient {

  private final HttpClient client;
  private final AtomicInteger silentFrames;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger begunCold = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicBoolean shutDown = new AtomicBoolean();
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
   * @param silentFrames HTTP/2 frames since bytes of an answer last came, which the client's TLS
   *     engines count
   */
  public PooledClient(HttpClient client, AtomicInteger silentFrames) {
    this.client = client;
    this.silentFrames = silentFrames;
  }

  /** Counts a request that is about to start; {@link #leave} counts its end. */
  void enter() {
    if (isCold()) {
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

  public CompletableFuture<HttpResponse<byte[]>> send(
      HttpRequest request, HttpResponse.BodyHandler<byte[]> body) {
    return client.sendAsync(request, body);
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

  /** Notes that the connection of an answer that has begun may serve again. */
  public void keeps() {
    hasKept = true;
  }

  /** Whether a connection may have carried an answer before its next request. */
  public boolean hasKept() {
    return hasKept;
  }

  /**
   * Whether an answer came on another connection than the first one did, which all could share. Of
   * requests that began together each opens a connection.
   */
  boolean hasMoved() {
    return hasMoved;
  }

  /** Notes that bytes of an answer have come. */
  public void moved() {
    movedAt = System.nanoTime();
    heldUp = false;
    heard();
  }

  /** Notes that an answer that has begun does not go on. */
  public void holdUp() {
    heldUp = true;
  }

  /** Whether such an answer was the last thing that came. */
  public boolean isHeldUp() {
    return heldUp;
  }

  /** Whatever ends a request counts as an answer: a server may refuse any number of them. */
  private void heard() {
    if (silentFrames.get() <= WatchedEngine.MAX_SILENT_FRAMES) {
      silentFrames.set(0);
    }
  }

  /** Whether no byte of any answer has come for so long. */
  public boolean stalledFor(Duration time) {
    return System.nanoTime() - movedAt > time.toNanos();
  }

  /** Requests that have begun and not ended. */
  int load() {
    return begun.get() - ended.get();
  }

  /** Requests that have begun. */
  int begun() {
    return begun.get();
  }

  /** Complete answers on the connection that the first one came on. */
  int answers() {
    return answered.get();
  }

  /** Whether no request has ended yet, so that those that begin would each open a connection. */
  boolean isCold() {
    return ended.get() == 0;
  }

  /** Whether answers come over HTTP/2. */
  public boolean isHttp2() {
    return http2;
  }

  /** Whether fewer are under way than have been at once, so that a connection is free. */
  boolean hasFreeConnection() {
    return load() < peak.get();
  }

  /**
   * Has the client shut down as soon as nothing is under way on it.
   *
   * @return whether that was at once
   */
  boolean retire() {
    retired = true;
    return shutDownWhenDone();
  }

  private boolean shutDownWhenDone() {
    boolean done = retired && load() == 0 && shutDown.compareAndSet(false, true);
    if (done) {
      ClientShutdown.now(client);
    }
    return done;
  }

  /** Notes that the server has ended the connection early; false if that was known. */
  boolean markCutShort() {
    boolean known = cutShort;
    cutShort = true;
    return !known;
  }

  boolean isCutShort() {
    return cutShort;
  }
}
