package io.github.fetchcharacters.api;

import java.net.URI;
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
   * @throws InterruptedException if the thread is interrupted meanwhile; the request is cancelled
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
   * Whether requests that start together would open a connection each: the client that serves the
   * next one has not answered yet, and its requests could share one connection.
   */
  default boolean alone() {
    return false;
  }

  /** The same network, by connections that have not carried a request before. */
  default Transport onNewConnection() {
    return this;
  }

  /** Closes every connection at once; requests under way fail. */
  @Override
  void close();
}
