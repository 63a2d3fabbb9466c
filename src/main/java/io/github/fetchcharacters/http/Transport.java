package io.github.fetchcharacters.http;

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
   * Whether the next request had better go alone: the client that would serve it has not ended any
   * yet, well or badly, so that requests that start together would each open a connection. It
   * answers false again before the first of them ends for its caller.
   */
  default boolean alone() {
    return false;
  }

  /** Closes the connections in use, each as soon as no request is under way on it. */
  default void renew() {}

  /** The same network, by connections that have not carried a request before. */
  default Transport onNewConnection() {
    return this;
  }

  /** Closes every connection at once; requests under way fail. */
  @Override
  void close();
}
