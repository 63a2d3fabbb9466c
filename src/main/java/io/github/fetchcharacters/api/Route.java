package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way of one call through the network: with all others, until a failure says that its request
 * has to go alone. Safe for use by many threads, one after another.
 */
final class Route {

  /** Connections that all share, and that have ended under the request, before it goes alone. */
  private static final int MAX_STALE = 3;

  private volatile Transport transport;
  private final AtomicInteger stale = new AtomicInteger();
  private final AtomicBoolean heldUp = new AtomicBoolean();

  /**
   * @param transport the way with all others
   */
  Route(Transport transport) {
    this.transport = transport;
  }

  Transport transport() {
    return transport;
  }

  /**
   * Whether the request goes again without counting as an attempt. Once for having been held up: it
   * took a whole deadline.
   */
  boolean sendsAgain(TransportException failure) {
    return failure.isResendable()
        && (failure.kind() != TransportException.Kind.HELD_UP || heldUp.compareAndSet(false, true));
  }

  /** Takes note of a failure. */
  void heed(Throwable failure) {
    if (failure instanceof TransportException lost) {
      boolean often = lost.isStale() && stale.incrementAndGet() >= MAX_STALE;
      if (lost.isAlone() || often) {
        transport = transport.onNewConnection();
      }
    }
  }
}
