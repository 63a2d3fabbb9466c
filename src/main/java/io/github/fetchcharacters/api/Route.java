package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way of one call through the network: on shared connections, until a failure asks for one of
 * its own; again where the server has not processed the request. Safe for use by many threads, one
 * after another.
 */
final class Route {

  /** Max times to send the request of one attempt, as long as the server does not process it. */
  private static final int MAX_SENDINGS = 10;

  /** Stale shared connections after which the request goes on one of its own. */
  private static final int MAX_STALE = 3;

  private volatile Transport transport;
  private final AtomicInteger lost = new AtomicInteger();
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

  /** Begins an attempt. */
  void begin() {
    lost.set(0);
  }

  /**
   * Records a failure.
   *
   * @return whether to resend the request without counting an attempt; only once in a call for a
   *     request held up, which has taken a whole deadline
   */
  boolean resendsAfter(TransportException failure) {
    boolean often = failure.isStale() && stale.incrementAndGet() >= MAX_STALE;
    if (failure.isAlone() || often) {
      transport = transport.onNewConnection();
    }
    return lost.incrementAndGet() < MAX_SENDINGS
        && failure.isResendable()
        && (failure.kind() != TransportException.Kind.HELD_UP || heldUp.compareAndSet(false, true));
  }
}
