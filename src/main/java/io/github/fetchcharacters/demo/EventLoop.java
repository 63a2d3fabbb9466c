package io.github.fetchcharacters.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts connections and serves them, on the one thread that runs it. */
final class EventLoop implements Runnable {
  /** Milliseconds without accepting after the system had no descriptor left. */
  private static final long RECOVERY = 100;

  private final ServerSocketChannel port;
  private final Selector selector;
  private final SelectionKey accepting;
  private final DemoHandler handler;
  private volatile boolean closed;

  /** Shares the port with other loops: of several that are ready, one gets the connection. */
  EventLoop(ServerSocketChannel port, DemoHandler handler) throws IOException {
    this.port = port;
    this.selector = Selector.open();
    this.accepting = port.register(selector, SelectionKey.OP_ACCEPT);
    this.handler = handler;
  }

  /** Serves until {@link #close}, then closes port and connections. */
  @Override
  public void run() {
    try (selector) {
      serveUntilClosed();
      for (SelectionKey key : selector.keys()) {
        close(key.channel());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    }
  }

  private void serveUntilClosed() throws IOException {
    try {
      while (!closed) {
        serve();
      }
    } catch (CancelledKeyException portClosed) {
      // Another loop of the same port has ended first.
    }
  }

  /** Ends the loop. Returns at once. */
  void close() {
    closed = true;
    selector.wakeup();
  }

  private void serve() throws IOException {
    boolean recovering = accepting.interestOps() == 0;
    selector.select(this::ready, recovering ? RECOVERY : 0);
    if (recovering) {
      accepting.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Connection connection) {
      connection.ready();
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      SocketChannel channel = port.accept();
      if (channel != null) {
        register(channel);
      }
    } catch (IOException e) {
      accepting.interestOps(0);
    }
  }

  private void register(SocketChannel channel) {
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(channel, key, handler));
    } catch (IOException e) {
      close(channel);
    }
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
