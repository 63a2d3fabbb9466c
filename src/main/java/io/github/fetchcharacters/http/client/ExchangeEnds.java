package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.message.Origin;
import io.github.fetchcharacters.http.message.TlsFailures;
import io.github.fetchcharacters.http.message.TransportFailures;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the end of an exchange means for its client and for the request: the one table for
 * both twins. Safe for use by many threads.
 *
 * <table>
 * <caption>How connections end</caption>
 * <tr><th>end</th><th>client</th><th>request</th></tr>
 * <tr><td>before the first byte, on a connection that may have served before</td>
 *   <td>over HTTP/2 replaced</td>
 *   <td>sent again, over HTTP/1.1 on a connection of its own, over HTTP/2 from the third time on</td></tr>
 * <tr><td>the same, on a new connection, or within the TLS handshake</td>
 *   <td>stays</td><td>failed</td></tr>
 * <tr><td>refused by an address, before it is connected</td>
 *   <td>stays</td><td>goes on to the next address of the name; failed at the last</td></tr>
 * <tr><td>GOAWAY</td><td>replaced</td><td>sent again</td></tr>
 * <tr><td>any end of the HTTP/2 connection before the request went out</td>
 *   <td>replaced</td><td>sent on the successor</td></tr>
 * <tr><td>GOAWAY that the JDK takes for the end of all answers</td>
 *   <td>replaced, HTTP/1.1 from then on</td><td>sent again</td></tr>
 * <tr><td>a stream refused</td><td>stays</td><td>sent again</td></tr>
 * <tr><td>a flood of frames without an answer, see {@code http.tls.WatchedEngine}</td>
 *   <td>replaced</td><td>failed</td></tr>
 * <tr><td>the deadline, and no byte of any answer in half of that time</td>
 *   <td>replaced</td><td>failed; its next attempt on a connection of its own if its answer had
 *   begun</td></tr>
 * <tr><td>the same, while another answer had begun</td>
 *   <td>replaced</td><td>sent again, once</td></tr>
 * <tr><td>no connection in the time for it, and no byte of an answer that had begun in half of that
 *   time</td><td>replaced</td><td>sent again, once</td></tr>
 * <tr><td>anything else</td><td>stays</td><td>failed</td></tr>
 * </table>
 */
final class ExchangeEnds implements ExchangeEnding {

  private final HttpSettings settings;
  private final ClientPool pool;
  private final Deadlines deadlines;
  private final HostAddresses addresses;

  ExchangeEnds(
      HttpSettings settings, ClientPool pool, Deadlines deadlines, HostAddresses addresses) {
    this.settings = settings;
    this.pool = pool;
    this.deadlines = deadlines;
    this.addresses = addresses;
  }

  @Override
  public void answered(Exchange exchange, Reply reply) {
    try {
      pool.answered(exchange.client(), reply.isHttp2());
      addresses.reached(last(exchange.tried()));
    } finally {
      left(exchange);
    }
  }

  private static @Nullable String last(List<String> tried) {
    return tried.isEmpty() ? null : tried.get(tried.size() - 1);
  }

  @Override
  public Optional<String> elsewhere(Exchange exchange, Throwable thrown) {
    String host = "" + exchange.uri().getHost();
    boolean over = exchange.isDone() || exchange.timeout() != null;
    if (over
        || settings.proxy() != null
        || !TransportFailures.isRefusal(thrown)
        || Origin.isLiteral(host)) {
      return Optional.empty();
    }
    exchange.tried(addresses.tried(host, exchange.tried()));
    return addresses.next(host, exchange.tried());
  }

  @Override
  public Throwable failed(Exchange exchange, Throwable thrown) {
    try {
      TransportException timeout = exchange.timeout();
      if (timeout != null) {
        return timedOut(exchange, timeout);
      }
      RuntimeException failure =
          TransportFailures.classified(
              exchange.uri(), settings, thrown, exchange.isAnswering(), exchange.tried());
      return failure instanceof TransportException lost ? judged(exchange, lost) : failure;
    } finally {
      left(exchange);
    }
  }

  /** Before the exchange completes, so that the next request finds a place free. */
  private void left(Exchange exchange) {
    deadlines.remove(exchange);
    pool.leave(exchange.client());
  }

  private TransportException judged(Exchange exchange, TransportException thrown) {
    PooledClient client = exchange.client();
    TransportException failure =
        client.hasKept() ? TlsFailures.ofUsedConnection(exchange.uri(), thrown) : thrown;
    return switch (failure.kind()) {
      case UNANSWERED, NOT_HTTP -> client.hasKept() ? stale(client, failure) : failure;
      case UNPROCESSED, CONNECTION_ENDED -> {
        pool.cutShort(client);
        yield failure;
      }
      case DROPPED -> {
        pool.giveUpHttp2(client);
        yield failure;
      }
      case FLOODED -> {
        pool.retire(client);
        yield failure;
      }
      case TIMEOUT -> unconnected(exchange, failure);
      default -> failure;
    };
  }

  /**
   * A connection that ends on its second use says nothing of the request (RFC 9112, section 9.3.1).
   * Other connections of the client may have ended as well; a new one has not.
   */
  private TransportException stale(PooledClient client, TransportException failure) {
    if (!client.isHttp2()) {
      return failure.stale().alone();
    }
    pool.cutShort(client);
    return failure.stale();
  }

  /** A client that an answer keeps busy goes on with no TLS handshake either. */
  private TransportException unconnected(Exchange exchange, TransportException failure) {
    PooledClient client = exchange.client();
    if (!othersAnswer(exchange) || !client.stalledFor(settings.connectTimeout().dividedBy(2))) {
      return failure;
    }
    pool.retire(client);
    return failure.heldUp();
  }

  private boolean othersAnswer(Exchange exchange) {
    return exchange.client().isHeldUp() || deadlines.anyOtherAnswers(exchange);
  }

  /**
   * An answer may keep the thread of its client busy for ever, and hold up all others (a chunk of
   * 2³¹ bytes does, see {@code ResponseContent.ChunkedBodyParser}): one thread for each attempt of
   * such an answer spins until the process ends. A server may also keep an HTTP/2 connection busy
   * without an answer.
   */
  private TransportException timedOut(Exchange exchange, TransportException timeout) {
    PooledClient client = exchange.client();
    boolean others = othersAnswer(exchange);
    if (exchange.isAnswering()) {
      client.holdUp();
    }
    if (!client.stalledFor(settings.timeout().dividedBy(2))) {
      return timeout;
    }
    pool.retire(client);
    if (exchange.isAnswering()) {
      return timeout.alone();
    }
    return others ? timeout.heldUp() : timeout;
  }
}
