package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the exchanges that got no connection, whose next address or message needs the look-up of a
 * name: on one thread, since a slow resolver would otherwise hold the threads of the common pool,
 * where all other exchanges end. One suffices, since Java makes look-ups of the same name wait for
 * each other. Safe for use by many threads.
 */
final class Lookups {

  private static final ThreadPoolExecutor THREAD =
      new ThreadPoolExecutor(
          1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Lookups::daemon);

  static {
    THREAD.allowCoreThreadTimeOut(true);
  }

  private Lookups() {}

  /**
   * Runs what follows the end of an exchange: at once, unless it may look up a name.
   *
   * @param thrown what ended the exchange
   */
  static void follow(Throwable thrown, Runnable next) {
    if (mayLookUp(RetryPolicy.causeOf(thrown))) {
      execute(next);
    } else {
      next.run();
    }
  }

  private static boolean mayLookUp(Throwable failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }

  private static void execute(Runnable next) {
    try {
      THREAD.execute(next);
    } catch (OutOfMemoryError noThread) {
      next.run();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lookup");
    thread.setDaemon(true);
    return thread;
  }
}
