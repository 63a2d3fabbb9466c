package io.github.fetchcharacters.http.client;

import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sockets of a test's server that are open, and the peak of their number. */
final class OpenConnections {

  private final Set<Socket> open = new HashSet<>();
  private int peak;

  synchronized void add(Socket socket) {
    open.add(socket);
    peak = Math.max(peak, open.size());
  }

  synchronized void remove(Socket socket) {
    open.remove(socket);
    notifyAll();
  }

  synchronized int open() {
    return open.size();
  }

  synchronized int peak() {
    return peak;
  }

  synchronized void awaitOpen(int max) throws InterruptedException {
    while (open.size() > max) {
      wait();
    }
  }

  void close() throws IOException {
    for (Socket socket : all()) {
      socket.close();
    }
  }

  private synchronized List<Socket> all() {
    return List.copyOf(open);
  }
}
