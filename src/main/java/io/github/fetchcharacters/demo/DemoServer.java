package io.github.fetchcharacters.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A running server on 127.0.0.1, speaking HTTP/1.1 and keeping connections alive. All its threads
 * are daemons, so that a caller has to wait as long as it should serve.
 */
public final class DemoServer implements AutoCloseable {
  /**
   * Connections that the system queues; with the usual 50, some of a thousand at once wait seconds.
   */
  private static final int BACKLOG = 4096;

  /** With two, one long list does not hold up all others; a delayed answer holds no thread. */
  private static final int LOOPS = 2;

  private final ServerSocketChannel listening;
  private final ScheduledThreadPoolExecutor timer;
  private final List<EventLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private DemoServer(
      ServerSocketChannel listening, DemoSettings settings, Consumer<InetSocketAddress> clients)
      throws IOException {
    ThreadFactory factory = new DaemonThreads();
    this.listening = listening;
    this.timer = new ScheduledThreadPoolExecutor(2, factory);
    DemoHandler handler = new DemoHandler(settings, timer, clients);
    for (int i = 0; i < LOOPS; i++) {
      loops.add(new EventLoop(listening, handler));
      threads.add(factory.newThread(loops.get(i)));
    }
    threads.forEach(Thread::start);
  }

  /**
   * Starts a server and returns when it accepts connections.
   *
   * @throws IOException if it cannot listen on the port, naming it
   */
  public static DemoServer start(DemoSettings settings) throws IOException {
    return start(settings, client -> {});
  }

  /**
   * Starts a server and returns when it accepts connections.
   *
   * @param clients takes the address that each request came from, one per connection; called from
   *     several threads
   * @throws IOException if it cannot listen on the port, naming it
   */
  public static DemoServer start(DemoSettings settings, Consumer<InetSocketAddress> clients)
      throws IOException {
    prepareClosing();
    ServerSocketChannel listening = listen(settings.port());
    try {
      return new DemoServer(listening, settings, clients);
    } catch (IOException e) {
      listening.close();
      throw e;
    }
  }

  /** The address of the API: {@code http://127.0.0.1:PORT/api}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + listening.socket().getLocalPort() + "/api");
  }

  /** Closes the port and every connection at once; requests in flight get no answer. */
  @Override
  public void close() {
    timer.shutdownNow();
    loops.forEach(EventLoop::close);
    threads.forEach(DemoServer::await);
  }

  /**
   * Closes a channel while there are descriptors. The JDK opens two of its own at the first close
   * (sun.nio.ch.FileDispatcherImpl, JDK 17); a server that had none left could never close one.
   */
  private static void prepareClosing() throws IOException {
    ServerSocketChannel.open().close();
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(new InetSocketAddress(loopback, port), BACKLOG);
      channel.configureBlocking(false);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw new IOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  /** Waits for the end of a thread. An interrupt of the caller stays for the caller. */
  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
