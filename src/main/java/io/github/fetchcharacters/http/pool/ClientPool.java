package io.github.fetchcharacters.http.pool;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a client of one origin for each request, and replaces a client that the server, or a
 * defect, has made useless. Safe for use by many threads.
 *
 * <p>An {@link java.net.http.HttpClient} whose HTTP/2 connection ends opens a connection for each
 * request in flight, and keeps one. So a client lives no longer than its first HTTP/2 connection: a
 * new client takes over, and the old one ends with its last answer.
 */
public final class ClientPool {

  private final Supplier<PooledClient> maker;
  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final LearnedBound bound = new LearnedBound();
  private final SharedClients clients;
  private final ClientLine line = new ClientLine(this::enter, this::leave);
  private final UnsharedClients unshared = new UnsharedClients(this::makeUnshared, this::leave);
  private final boolean sharing;
  private volatile boolean http2;
  private boolean closed;

  /**
   * Makes the first client. Where that fails, the first request makes it.
   *
   * @param http2 whether requests may ask for HTTP/2
   * @param sharing whether requests over HTTP/2 wait for a connection that they can share
   * @param maxClients bound of the clients that all requests share, at least 1
   * @param maker makes a client that opens no connection yet; may throw when the process has no
   *     file descriptor or thread left
   */
  public ClientPool(boolean http2, boolean sharing, int maxClients, Supplier<PooledClient> maker) {
    this.http2 = http2;
    this.sharing = sharing;
    this.maker = maker;
    this.clients = new SharedClients(maxClients, maker, bound);
  }

  /** The line for the clients that all requests share. */
  public ClientLine shared() {
    return line;
  }

  /** The line for clients that serve one request each, on a new connection. */
  public ClientLine unshared() {
    return unshared.line();
  }

  /**
   * Counts the request in the client at once, so that no more enter than its connection serves.
   * Null while the client's first request opens the connection: its end drains the line.
   */
  private @Nullable PooledClient enter() {
    return locked(
        () -> {
          requireOpen();
          PooledClient chosen = clients.choose(sharing && http2 && bound.isWorthSharing());
          if (chosen != null) {
            chosen.enter();
          }
          return chosen;
        });
  }

  /** Outside the lock, since it takes long. */
  private PooledClient makeUnshared() {
    locked(this::requireOpen);
    return maker.get();
  }

  private void requireOpen() {
    if (closed) {
      throw new CancellationException("closed");
    }
  }

  /** Whether requests that start together would each open a connection that all could share. */
  public boolean alone() {
    return locked(() -> sharing && http2 && !closed && bound.isWorthSharing() && clients.isCold());
  }

  /** Whether requests may ask for HTTP/2. */
  public boolean http2() {
    return http2;
  }

  /** Records an answer. */
  public void answered(PooledClient client, boolean overHttp2) {
    client.answered(overHttp2);
    if (overHttp2) {
      locked(() -> bound.answered(client));
    }
  }

  /**
   * Replaces a client whose HTTP/2 connection the server has ended early. Later clients send no
   * more requests than this one has answered.
   */
  public void cutShort(PooledClient client) {
    if (unshared.has(client)) {
      return;
    }
    locked(
        () -> {
          if (!closed) {
            clients.cutShort(client);
          }
        });
  }

  /** Counts the end of a request. */
  public void leave(PooledClient client) {
    try {
      boolean shutDown = client.leave();
      if (shutDown || clients.hasLeaving()) {
        locked(() -> left(client, shutDown));
      }
    } finally {
      unshared.left(client);
      line.drain();
    }
  }

  private void left(PooledClient client, boolean shutDown) {
    clients.left(client);
    if (shutDown) {
      bound.shutDown(client);
    }
  }

  /** Uses HTTP/1.1 from now on. */
  public void giveUpHttp2(PooledClient client) {
    http2 = false;
    retire(client);
  }

  /** Replaces a client that is of no more use; its requests in flight go on. */
  public void retire(PooledClient client) {
    locked(() -> replace(client));
  }

  private void replace(PooledClient client) {
    if (!closed) {
      clients.replace(client);
    }
  }

  /** Ends every client with its last request. */
  public void close() {
    locked(
        () -> {
          closed = true;
          clients.retireAll();
        });
  }

  private void locked(Runnable action) {
    locked(
        () -> {
          action.run();
          return true;
        });
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
