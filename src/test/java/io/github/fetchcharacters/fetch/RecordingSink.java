package io.github.fetchcharacters.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Records its calls in words: {@code found 1}, {@code failed 2}, {@code skipped 3}, idle. */
final class RecordingSink implements OutcomeSink {

  private final List<String> calls = new ArrayList<>();
  private final CountDownLatch awaited;
  private final Predicate<Outcome> more;
  private final Runnable whenIdle;

  /** Never says stop. */
  RecordingSink() {
    this(0, outcome -> true, () -> {});
  }

  /**
   * @param awaited outcomes after which {@link #awaitOutcomes} returns
   * @param more the answer to an outcome
   * @param whenIdle runs each time that nothing is ready
   */
  RecordingSink(int awaited, Predicate<Outcome> more, Runnable whenIdle) {
    this.awaited = new CountDownLatch(awaited);
    this.more = more;
    this.whenIdle = whenIdle;
  }

  @Override
  public synchronized boolean accept(Outcome outcome) {
    calls.add(outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + outcome.id());
    awaited.countDown();
    return more.test(outcome);
  }

  @Override
  public boolean idle() {
    synchronized (this) {
      calls.add("idle");
    }
    whenIdle.run();
    return true;
  }

  /** As the answer to a failure says. */
  @Override
  public boolean endsAt(RuntimeException failure) {
    return !more.test(new Outcome.Failed(0, failure));
  }

  void awaitOutcomes() throws InterruptedException {
    awaited.await();
  }

  /** Everything, in order. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** The outcomes alone, in order. */
  synchronized List<String> outcomes() {
    return calls.stream().filter(word -> !word.equals("idle")).toList();
  }
}
