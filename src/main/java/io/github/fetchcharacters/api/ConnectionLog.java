package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which connections carried requests. It hears of them from the answers, or from the built-in
 * server, which knows them whatever the JVM tells. Safe for use by many threads.
 */
public final class ConnectionLog implements ApiListener, CallListener {

  private final Set<Object> used = ConcurrentHashMap.newKeySet();
  private volatile boolean complete = true;

  /** One that carried a request; null for one that is not known. */
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

  /** Forgets what was used so far. */
  public void clear() {
    used.clear();
    complete = true;
  }

  /**
   * How many of those used since the last {@link #clear} are not among the known, which learn them.
   * One that broke before its first answer is not counted where the answers tell.
   *
   * @return null where not all are known
   */
  public @Nullable Long countNew(Set<Object> known) {
    long fresh = used.stream().filter(known::add).count();
    return complete ? fresh : null;
  }
}
