package io.github.fetchcharacters.http.pool;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of one origin: chooses one for each request and replaces those that the server, or a
 * defect, has made useless. Safe for use by many threads.
 *
 * <p>An {@link java.net.http.HttpClient} whose HTTP/2 connection ends opens a connection for each
 * request that is under way, and keeps one. So a client lives no longer than its first HTTP/2
 * connection: a new client takes over, and the old one ends with its last answer.
 */
public final class ClientPool {

  /** To wait for a connection that fewer can share takes longer than to open one for each. */
  private static final int MIN_SHARED = 3;

  /**
   * Requests under way on each client before there is a further one: what a client costs to make is
   * not regained by fewer.
   */
  private static final int ENOUGH_FOR_ONE = 6;

  /**
   * Most clients at once that serve one request each. Each has a thread and three descriptors
   * beside its connection.
   */
  static final int MAX_UNSHARED = 8;

  private final Supplier<PooledClient> maker;
  private final int maxClients;
  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final List<PooledClient> clients = new ArrayList<>();
  private final Set<PooledClient> unshared = ConcurrentHashMap.newKeySet();
  private final Semaphore unsharedPlaces = new Semaphore(MAX_UNSHARED);
  private final ClientLine line = new ClientLine(this::enter, this::leave);
  private final ClientLine unsharedLine = new ClientLine(this::enterUnshared, this::leave);
  private final RequestBound bound = new RequestBound();
  private @Nullable PooledClient lastCutShort;

  /** Used up, and serves those that come before its successor has a connection to share. */
  private volatile @Nullable PooledClient leaving;

  private volatile boolean http2;
  private boolean closed;

  /**
   * Makes the first client. Where that fails for now, the first request makes it.
   *
   * @param http2 whether requests may ask for HTTP/2
   * @param maxClients most clients at once, at least 1
   * @param maker makes a client that opens no connection yet; may throw when the process has no
   *     file descriptor or thread left
   */
  public ClientPool(boolean http2, int maxClients, Supplier<PooledClient> maker) {
    this.http2 = http2;
    this.maxClients = maxClients;
    this.maker = maker;
    PooledClient made = madeOrNull();
    if (made != null) {
      clients.add(made);
    }
  }

  /** Where a request enters one of the clients that all share. */
  public ClientLine shared() {
    return line;
  }

  /** Where a request enters a client made for it alone, whose connection is surely new. */
  public ClientLine unshared() {
    return unsharedLine;
  }

  private PooledClient enter() {
    lock.lock();
    try {
      requireOpen();
      makeFirst();
      if (isUsedUp(first())) {
        supersede(first());
      }
      PooledClient chosen = ready();
      chosen.enter();
      return chosen;
    } finally {
      lock.unlock();
    }
  }

  /** Null while there are as many as there may be. Made outside the lock, since it takes long. */
  private @Nullable PooledClient enterUnshared() {
    if (!unsharedPlaces.tryAcquire()) {
      return null;
    }
    try {
      PooledClient single = open();
      unshared.add(single);
      single.enter();
      single.retire();
      return single;
    } catch (RuntimeException | Error noClient) {
      giveBackUnshared();
      throw noClient;
    }
  }

  private PooledClient open() {
    lock.lock();
    try {
      requireOpen();
    } finally {
      lock.unlock();
    }
    return maker.get();
  }

  private void giveBackUnshared() {
    unsharedPlaces.release();
    unsharedLine.drain();
  }

  /** Whether requests that start together would each open a connection that all could share. */
  public boolean alone() {
    lock.lock();
    try {
      boolean shares = http2 && bound.get() >= MIN_SHARED;
      return shares && !closed && (clients.isEmpty() || first().isCold() || isUsedUp(first()));
    } finally {
      lock.unlock();
    }
  }

  /** Whether requests may ask for HTTP/2. */
  public boolean http2() {
    return http2;
  }

  /** Takes note of an answer. */
  public void answered(PooledClient client, boolean overHttp2, @Nullable Object connection) {
    client.answered(overHttp2, connection);
    if (client.isHttp2()) {
      lock.lock();
      try {
        learn(client);
      } finally {
        lock.unlock();
      }
    }
  }

  private void learn(PooledClient client) {
    if (client.hasMoved()) {
      cutShort(client);
    } else if (client == lastCutShort) {
      bound.raise(client.answers());
    }
  }

  /**
   * Replaces a client whose HTTP/2 connection the server has ended before its time. Later clients
   * are asked for no more than this one has answered.
   */
  public void cutShort(PooledClient client) {
    lock.lock();
    try {
      replace(client);
      if (client.markCutShort()) {
        bound.cutShort(client.answers());
        lastCutShort = client;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Counts the end of a request. */
  public void leave(PooledClient client) {
    boolean done = client.leave();
    if (done || leaving != null) {
      lock.lock();
      try {
        left(client, done);
      } finally {
        lock.unlock();
      }
    }
    if (unshared.remove(client)) {
      giveBackUnshared();
    }
  }

  private void left(PooledClient client, boolean done) {
    if (clients.indexOf(client) == 0) {
      dismiss();
    }
    if (done) {
      shutDown(client);
    }
  }

  /** The leaving client takes no more requests. */
  private void dismiss() {
    PooledClient dismissed = leaving;
    leaving = null;
    if (dismissed != null && dismissed.retire()) {
      shutDown(dismissed);
    }
  }

  private void shutDown(PooledClient client) {
    if (client.isHttp2() && !client.isCutShort()) {
      bound.served(client.begun());
    }
  }

  /** Uses HTTP/1.1 from now on. */
  public void giveUpHttp2(PooledClient client) {
    http2 = false;
    retire(client);
  }

  /** Replaces a client that is of no more use; those under way on it go on. */
  public void retire(PooledClient client) {
    lock.lock();
    try {
      replace(client);
    } finally {
      lock.unlock();
    }
  }

  /** Replaces every client. */
  public void renew() {
    lock.lock();
    try {
      List.copyOf(clients).forEach(this::replace);
    } finally {
      lock.unlock();
    }
  }

  /** Ends every client with its last request. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      dismiss();
      clients.forEach(PooledClient::retire);
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new CancellationException("closed");
    }
  }

  private void makeFirst() {
    if (clients.isEmpty()) {
      clients.add(maker.get());
    }
  }

  private PooledClient first() {
    return clients.get(0);
  }

  private boolean isUsedUp(PooledClient client) {
    return client.isHttp2() && client.begun() >= bound.get();
  }

  /** The successor of a client that has served its time. */
  private void supersede(PooledClient client) {
    dismiss();
    PooledClient successor = madeOr(client);
    if (successor != client) {
      clients.set(0, successor);
      leaving = client;
    }
  }

  /** Not the first if the others would have to open connections of their own on it. */
  private PooledClient ready() {
    PooledClient last = leaving;
    return last != null && first().isCold() && first().load() > 0 ? last : idlest();
  }

  private void replace(PooledClient client) {
    if (client == leaving) {
      dismiss();
    }
    int place = clients.indexOf(client);
    if (closed || place < 0) {
      return;
    }
    PooledClient successor = madeOr(client);
    clients.set(place, successor);
    if (successor != client && client.retire()) {
      shutDown(client);
    }
  }

  /**
   * The client with the fewest under way, one with a free connection before all others: together
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
    return busy && clients.size() < maxClients ? another(idlest) : idlest;
  }

  private PooledClient another(PooledClient instead) {
    PooledClient another = madeOr(instead);
    if (another != instead) {
      clients.add(another);
    }
    return another;
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
