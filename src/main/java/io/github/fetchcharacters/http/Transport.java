package io.github.fetchcharacters.http;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The seam to the network: sends one GET and returns the whole answer, in twins. An answer of any
 * status is a {@link Reply}; only the lack of an answer is a failure. Neither twin tries again.
 * Safe for use by many threads.
 */
public interface Transport extends AutoCloseable {

  /**
   * Sends the request and blocks until the last byte of the body.
   *
   * @throws TransportException if no complete answer came in time
   * @throws InterruptedException on an interrupt meanwhile, which cancels the request
   */
  Reply exchange(URI uri) throws InterruptedException;

  /**
   * Sends the request without holding a thread.
   *
   * @return completes with the answer or a {@link TransportException}; cancelling it cancels the
   *     request
   */
  CompletableFuture<Reply> exchangeAsync(URI uri);

  /**
   * Whether the next request should go alone: no request has ended on its client yet, so that
   * requests that start together would each open a connection. False again before the first of them
   * ends for its caller.
   */
  default boolean alone() {
    return false;
  }

  /**
   * Closes the connections of the client that brought an answer, each as soon as it has no request
   * in flight.
   */
  default void renew(Reply reply) {}

  /** The same network, by connections that have not carried a request before. */
  default Transport onNewConnection() {
    return this;
  }

  /**
   * The same connections, by requests with these conditions alone, so that an answer that has not
   * changed is a 304 without a body. One that knows no conditions answers in full.
   */
  default Transport with(List<Header> conditions) {
    return this;
  }

  /** Closes every connection at once; requests in flight fail. */
  @Override
  void close();
}
