package io.github.fetchcharacters.demo;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the server's threads: daemons, so that a server left open never keeps the JVM alive. */
final class DaemonThreads implements ThreadFactory {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "demo-" + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
