package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the connections that carried requests. It hears of them from the answers, or from the
 * built-in server, which knows them on any JVM. Safe for use by many threads.
 */
public final class ConnectionLog implements ApiListener, CallListener {

  private final Set<Object> used = ConcurrentHashMap.newKeySet();
  private volatile boolean complete = true;

  /** Adds a connection that carried a request; null if unknown. */
  public void used(@Nullable Object connection) {
    if (connection == null) {
      complete = false;
    } else {
      used.add(connection);
    }
  }

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    used(reply.connection());
  }

  /** Forgets all connections. */
  public void clear() {
    used.clear();
    complete = true;
  }

  /**
   * Counts the connections since the last {@link #clear} that are not among the known, and adds
   * them to those. Where the log hears of them from answers, it misses one that broke before its
   * first answer.
   *
   * @return null if one was unknown
   */
  public @Nullable Long countNew(Set<Object> known) {
    long fresh = used.stream().filter(known::add).count();
    return complete ? fresh : null;
  }
}
