package io.github.fetchcharacters.http.client;

import java.time.Duration;

/**
 * The system properties that the JDK's client, and the common pool that ends its futures, read once
 * in a JVM. A value that the user has set stays.
 */
public final class ClientProperties {

  private static final String KEPT_IDLE = "jdk.httpclient.keepalive.timeout";

  /** From JDK 20 on. */
  private static final String KEPT_IDLE_HTTP2 = "jdk.httpclient.keepalive.timeout.h2";

  private ClientProperties() {}

  /** Sets them; call before the first use of the client or of the common pool. */
  static void set() {
    countEveryAttempt();
    // Servers close idle connections after some 5 to 75 s; until JDK 20 the client keeps them for
    // 1200 s (JDK-8297030) and then meets a closed one after a long wait.
    setUnlessSet(KEPT_IDLE, "4");
    // From JDK 20 on it would hold for HTTP/2, too, and look as if the server had closed the
    // connection early.
    setUnlessSet(KEPT_IDLE_HTTP2, "1200");
    allowHost();
    // By default the client keeps a password from a proxy that it reaches https through.
    setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    boundThreads(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Sets how long the client keeps idle connections of any protocol, unless it is set. The client
   * reads it once.
   *
   * @param time whole seconds
   */
  public static void keepIdle(Duration time) {
    setUnlessSet(KEPT_IDLE, "" + time.toSeconds());
    setUnlessSet(KEPT_IDLE_HTTP2, "" + time.toSeconds());
  }

  /**
   * The client repeats a GET after a lost or refused connection, unseen by the policy that counts
   * the attempts; here an attempt is one try.
   */
  private static void countEveryAttempt() {
    setUnlessSet("jdk.httpclient.disableRetryConnect", "true");
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
  }

  /** Requests to a further address of a name give the name in Host. */
  private static void allowHost() {
    String allowed = System.getProperty("jdk.httpclient.allowRestrictedHeaders");
    System.setProperty(
        "jdk.httpclient.allowRestrictedHeaders", allowed == null ? "host" : allowed + ",host");
  }

  /**
   * The client ends its futures in the common pool (JDK-8204339). On two processors or fewer each
   * stage would start a thread of its own until JDK 25 (JDK-8319447): twice the processor time of a
   * long run.
   */
  private static void boundThreads(int processors) {
    if (processors <= 2) {
      setUnlessSet("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
