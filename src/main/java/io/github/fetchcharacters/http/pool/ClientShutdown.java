package io.github.fetchcharacters.http.pool;

import java.lang.reflect.Method;
import java.net.http.HttpClient;

/**
 * Ends an {@link HttpClient} at once. HotSpot waits up to 300 ms for threads in native code when it
 * exits, and the client's selector thread sits in one (JDK-8314243).
 */
final class ClientShutdown {

  private ClientShutdown() {}

  static void now(HttpClient client) {
    try {
      // Since 21; compiled for 17.
      Method shutdownNow = HttpClient.class.getMethod("shutdownNow");
      shutdownNow.invoke(client);
    } catch (ReflectiveOperationException before21) {
      interruptSelector(client);
    }
  }

  /** Before 21 the client has no end; its selector's loop, however, ends on an interrupt. */
  private static void interruptSelector(HttpClient client) {
    String text = client.toString();
    String number = text.substring(text.lastIndexOf('(') + 1, text.length() - 1);
    String selector = "HttpClient-" + number + "-SelectorManager";
    Thread[] threads = new Thread[Thread.activeCount() + 16];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().equals(selector)) {
        threads[i].interrupt();
      }
    }
  }
}
