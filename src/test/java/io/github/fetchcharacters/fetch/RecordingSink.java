package io.github.fetchcharacters.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Keeps what it is told, in words: {@code found 1}, {@code failed 2}, {@code skipped 3}, idle. */
final class RecordingSink implements OutcomeSink {

  private final List<String> told = new ArrayList<>();
  private final CountDownLatch awaited;
  private final Predicate<Outcome> goOn;
  private final Runnable whenIdle;

  /** Never says stop. */
  RecordingSink() {
    this(0, outcome -> true, () -> {});
  }

  /**
   * @param awaited after how many outcomes {@link #awaitOutcomes} returns
   * @param goOn what to answer to an outcome
   * @param whenIdle runs each time that nothing is ready
   */
  RecordingSink(int awaited, Predicate<Outcome> goOn, Runnable whenIdle) {
    this.awaited = new CountDownLatch(awaited);
    this.goOn = goOn;
    this.whenIdle = whenIdle;
  }

  @Override
  public synchronized boolean accept(Outcome outcome) {
    told.add(outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + outcome.id());
    awaited.countDown();
    return goOn.test(outcome);
  }

  @Override
  public boolean idle() {
    synchronized (this) {
      told.add("idle");
    }
    whenIdle.run();
    return true;
  }

  void awaitOutcomes() throws InterruptedException {
    awaited.await();
  }

  /** Everything, in order. */
  synchronized List<String> told() {
    return List.copyOf(told);
  }

  /** The outcomes alone, in order. */
  synchronized List<String> outcomes() {
    return told.stream().filter(word -> !word.equals("idle")).toList();
  }
}
