package io.github.fetchcharacters.demo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The client that waits for the answer to one request. Safe for use by several threads. */
interface Caller {
  /** The address that the connection comes from. */
  InetSocketAddress address();

  /**
   * Sends the answer.
   *
   * @param response head and body
   * @param persistent whether the connection stays open for the next request
   */
  void send(ByteBuffer response, boolean persistent);

  /** Closes the connection without an answer. */
  void drop();
}
