package io.github.fetchcharacters.http.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The clients that serve one request each. Safe for use by many threads. */
final class UnsharedClients {

  /** Each has a thread and three descriptors beside its connection. */
  static final int MAX = 8;

  private final Supplier<PooledClient> maker;
  private final Set<PooledClient> clients = ConcurrentHashMap.newKeySet();
  private final Semaphore permits = new Semaphore(MAX);
  private final ClientLine line;

  /**
   * @param maker makes a client; what it throws is the request's failure
   * @param leave counts the end of a request on a client
   */
  UnsharedClients(Supplier<PooledClient> maker, Consumer<PooledClient> leave) {
    this.maker = maker;
    this.line = new ClientLine(this::enter, leave);
  }

  /** The line of the requests for such a client. */
  ClientLine line() {
    return line;
  }

  /** Null while {@link #MAX} are in use. */
  private @Nullable PooledClient enter() {
    if (!permits.tryAcquire()) {
      return null;
    }
    try {
      PooledClient single = maker.get();
      clients.add(single);
      single.enter();
      single.retire();
      return single;
    } catch (RuntimeException | Error noClient) {
      release();
      throw noClient;
    }
  }

  /** Whether one request alone has this client. */
  boolean has(PooledClient client) {
    return clients.contains(client);
  }

  /** Makes room for another; does nothing for a shared client. */
  void left(PooledClient client) {
    if (clients.remove(client)) {
      release();
    }
  }

  private void release() {
    permits.release();
    line.drain();
  }
}
