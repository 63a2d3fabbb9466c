package io.github.fetchcharacters.http.pool;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients that all requests share: chooses one for each request, and replaces them.
 * <em>Not</em> safe for use by many threads, {@link #hasLeaving} apart: the pool's lock guards it.
 */
final class SharedClients {

  /**
   * Requests in flight on each client before the pool makes another; fewer do not regain its cost.
   */
  private static final int ENOUGH_FOR_ONE = 6;

  private final int max;
  private final Supplier<PooledClient> maker;
  private final LearnedBound bound;
  private final List<PooledClient> clients = new ArrayList<>();

  /** Has reached its bound, and serves until its successor has a connection to share. */
  private volatile @Nullable PooledClient leaving;

  /**
   * Makes the first client. Where that fails, the first request makes it.
   *
   * @param max bound of the clients at once, at least 1
   */
  SharedClients(int max, Supplier<PooledClient> maker, LearnedBound bound) {
    this.max = max;
    this.maker = maker;
    this.bound = bound;
    PooledClient made = madeOrNull();
    if (made != null) {
      clients.add(made);
    }
  }

  /**
   * Chooses the client of a request; throws if there is none and none can be made.
   *
   * @param sharing whether a request waits for a connection that it can share
   * @return null as long as the request has to wait for that
   */
  @Nullable PooledClient choose(boolean sharing) {
    makeFirst();
    replaceGoingAway();
    if (bound.isReached(first())) {
      takeOver(first());
    }
    return sharing && leaving == null && opensConnection() ? null : ready();
  }

  /** Each further request on a connection that the server ends would open another. */
  private void replaceGoingAway() {
    PooledClient last = leaving;
    if (last != null && last.isGoingAway()) {
      cutShort(last);
    }
    if (first().isGoingAway()) {
      cutShort(first());
    }
  }

  /** Replaces a client whose connection the server has ended early. */
  void cutShort(PooledClient client) {
    replace(client);
    bound.cutShort(client);
  }

  /** A server whose limit is known refuses all that come after it. */
  private void takeOver(PooledClient client) {
    if (bound.isLearned()) {
      replace(client);
    } else {
      supersede(client);
    }
  }

  /** Whether the first request of a client is under way; another one would open a connection. */
  private boolean opensConnection() {
    return first().isCold() && first().load() > 0;
  }

  private void makeFirst() {
    if (clients.isEmpty()) {
      clients.add(maker.get());
    }
  }

  private PooledClient first() {
    return clients.get(0);
  }

  private void supersede(PooledClient client) {
    dismiss();
    PooledClient successor = madeOr(client);
    if (successor != client) {
      clients.set(0, successor);
      leaving = client;
    }
  }

  /** The leaving client as long as a request on its successor would open a second connection. */
  private PooledClient ready() {
    PooledClient last = leaving;
    return last != null && opensConnection() ? last : idlest();
  }

  /**
   * The client with the fewest in flight, one with a free connection before all others: together
   * they open no more than there are requests at once.
   */
  private PooledClient idlest() {
    PooledClient idlest = first();
    for (PooledClient client : clients) {
      boolean freer = client.hasFreeConnection() && !idlest.hasFreeConnection();
      boolean asFree = client.hasFreeConnection() == idlest.hasFreeConnection();
      idlest = freer || (asFree && client.load() < idlest.load()) ? client : idlest;
    }
    boolean busy = !idlest.hasFreeConnection() && idlest.load() >= ENOUGH_FOR_ONE;
    return busy && clients.size() < max ? another(idlest) : idlest;
  }

  private PooledClient another(PooledClient instead) {
    PooledClient another = madeOr(instead);
    if (another != instead) {
      clients.add(another);
    }
    return another;
  }

  /** Whether requests that start now would each open a connection. */
  boolean isCold() {
    return clients.isEmpty()
        || first().isCold()
        || first().isGoingAway()
        || bound.isReached(first());
  }

  /** Replaces a client; its requests in flight go on. */
  void replace(PooledClient client) {
    if (client == leaving) {
      dismiss();
    }
    int place = clients.indexOf(client);
    if (place < 0) {
      return;
    }
    PooledClient successor = madeOr(client);
    clients.set(place, successor);
    if (successor != client) {
      retire(client);
    }
  }

  /** Retires every client. */
  void retireAll() {
    dismiss();
    clients.forEach(PooledClient::retire);
  }

  /** Whether a client that has reached its bound still serves; safe for use by many threads. */
  boolean hasLeaving() {
    return leaving != null;
  }

  /** Dismisses the leaving client once a request of its successor has ended. */
  void left(PooledClient client) {
    if (clients.indexOf(client) == 0) {
      dismiss();
    }
  }

  private void dismiss() {
    PooledClient dismissed = leaving;
    leaving = null;
    if (dismissed != null) {
      retire(dismissed);
    }
  }

  private void retire(PooledClient client) {
    if (client.retire()) {
      bound.shutDown(client);
    }
  }

  /** A new client, or the given one if the process has no file descriptor or thread left. */
  private PooledClient madeOr(PooledClient instead) {
    PooledClient made = madeOrNull();
    return made == null ? instead : made;
  }

  private @Nullable PooledClient madeOrNull() {
    try {
      return maker.get();
    } catch (UncheckedIOException | InternalError | OutOfMemoryError noneLeft) {
      return null;
    }
  }
}
