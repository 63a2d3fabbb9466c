package io.github.fetchcharacters.api;

/**
 * The way of one call through the network: with all others, until a failure says that its request
 * has to go alone. Safe for use by many threads, one after another.
 */
final class Route {

  private volatile Transport transport;

  /**
   * @param transport the way with all others
   */
  Route(Transport transport) {
    this.transport = transport;
  }

  Transport transport() {
    return transport;
  }

  /** Takes note of a failure. */
  void heed(Throwable failure) {
    if (failure instanceof TransportException lost && lost.isAlone()) {
      transport = transport.onNewConnection();
    }
  }
}
