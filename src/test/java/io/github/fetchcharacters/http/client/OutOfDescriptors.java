package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A program that opens as many files as it may, and then sends a request: it prints the kind of the
 * failure, and whether a request succeeds afterwards.
 */
final class OutOfDescriptors {

  private OutOfDescriptors() {}

  public static void main(String[] arguments) throws Exception {
    try (RawServer server =
            new RawServer(
                RawServer.answering(
                    (connection, number) -> {
                      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                      return false;
                    }));
        Socket deaf = new Socket();
        HttpTransport transport = TransportFixture.transport()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      // The first that closes takes a socket for good.
      ServerSocketChannel.open().close();
      int sockets = sockets();
      print(transport.onNewConnection(), server.uri("/"));
      // Loads the classes that a failure needs, which takes descriptors.
      print(transport, URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/"));
      print(transport, server.uri("/"));
      server.awaitOpen(0);
      awaitSockets(sockets);
      Deque<InputStream> open = openAll();
      print(transport, server.uri("/"));
      print(transport.onNewConnection(), server.uri("/"));
      printAsync(transport.onNewConnection(), server.uri("/"));
      for (InputStream each : open) {
        each.close();
      }
      print(transport, server.uri("/"));
    }
  }

  /**
   * Waits for the client to close its connections, which the server has left: a descriptor that
   * comes free after all are taken would serve one more request.
   */
  private static void awaitSockets(int max) {
    while (sockets() > max) {
      Thread.onSpinWait();
    }
  }

  /** The open sockets of this process; 0 where the system does not list them. */
  private static int sockets() {
    File[] open = new File("/proc/self/fd").listFiles();
    return open == null ? 0 : (int) Arrays.stream(open).filter(OutOfDescriptors::isSocket).count();
  }

  private static boolean isSocket(File descriptor) {
    try {
      return Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }

  private static Deque<InputStream> openAll() {
    Deque<InputStream> open = new ArrayDeque<>();
    try {
      while (true) {
        open.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException noMore) {
      return open;
    }
  }

  private static void printAsync(Transport transport, URI uri) throws Exception {
    System.out.println(
        transport
            .exchangeAsync(uri)
            .handle((reply, thrown) -> ((TransportException) thrown).kind())
            .get());
  }

  private static void print(Transport transport, URI uri) throws InterruptedException {
    try {
      System.out.println(transport.exchange(uri).status());
    } catch (TransportException failure) {
      System.out.println(failure.kind());
    }
  }
}
