package io.github.fetchcharacters.fetch;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A fetch on a thread of its own, which a test can interrupt. */
final class RunningFetch {

  private final Thread thread;
  private volatile boolean interruptedAtTheEnd;
  private volatile @Nullable Throwable thrown;

  private RunningFetch(Fetcher fetcher, Iterator<Long> ids, OutcomeSink sink) {
    this.thread =
        new Thread(
            () -> {
              try {
                fetcher.fetch(ids, sink);
              } catch (RuntimeException | Error failure) {
                thrown = failure;
              }
              interruptedAtTheEnd = Thread.currentThread().isInterrupted();
            },
            "fetch");
    thread.setDaemon(true);
  }

  static RunningFetch start(Fetcher fetcher, Iterator<Long> ids, OutcomeSink sink) {
    RunningFetch running = new RunningFetch(fetcher, ids, sink);
    running.thread.start();
    return running;
  }

  void interrupt() {
    thread.interrupt();
  }

  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  boolean interruptedAtTheEnd() {
    return interruptedAtTheEnd;
  }

  @Nullable Throwable thrown() {
    return thrown;
  }
}
