package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way of one call through the network: on shared connections, until a failure asks for one of
 * its own. Safe for use by many threads, one after another.
 */
final class Route {

  /** Stale shared connections after which the request goes on one of its own. */
  private static final int MAX_STALE = 3;

  private volatile Transport transport;
  private final AtomicInteger stale = new AtomicInteger();
  private final AtomicBoolean heldUp = new AtomicBoolean();

  /**
   * @param transport the network, by shared connections
   */
  Route(Transport transport) {
    this.transport = transport;
  }

  Transport transport() {
    return transport;
  }

  /**
   * Whether to resend the request without counting an attempt; only once for a request held up,
   * which has taken a whole deadline.
   */
  boolean resends(TransportException failure) {
    return failure.isResendable()
        && (failure.kind() != TransportException.Kind.HELD_UP || heldUp.compareAndSet(false, true));
  }

  /** Records a failure. */
  void record(Throwable failure) {
    if (failure instanceof TransportException lost) {
      boolean often = lost.isStale() && stale.incrementAndGet() >= MAX_STALE;
      if (lost.isAlone() || often) {
        transport = transport.onNewConnection();
      }
    }
  }
}
