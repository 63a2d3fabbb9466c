package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The max time of a run. It interrupts the run at its end, or as soon as all requests have to wait
 * until after it. The interrupt never outlives the work, so that it cuts nothing short after it,
 * such as a table or an export. Safe for use by many threads.
 */
public final class Deadline implements ApiListener, CallListener {

  private final @Nullable Duration time;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private @Nullable Thread worker;
  private Consumer<String> stop = reason -> {};
  private long end;
  private boolean stopped;
  private boolean interrupted;

  /**
   * Makes a deadline for one run.
   *
   * @param time null for none
   * @param pause lets that time pass
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public Deadline(@Nullable Duration time, Pause pause, LongSupplier nanoTime) {
    this.time = time;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs the work on this thread, and interrupts it at the deadline.
   *
   * @param stop takes the reason, before the interrupt; called once at most, on any thread
   */
  public void run(Consumer<String> stop, Runnable work) {
    if (time == null) {
      work.run();
      return;
    }
    begin(stop, time);
    CompletableFuture<Void> timer = pause.pauseAsync(time);
    timer.thenRun(() -> stop("the deadline has passed (" + option(time) + ")"));
    try {
      work.run();
    } finally {
      timer.cancel(true);
      finish();
    }
  }

  private synchronized void begin(Consumer<String> whereTo, Duration max) {
    worker = Thread.currentThread();
    stop = whereTo;
    end = nanoTime.getAsLong() + max.toNanos();
  }

  private void stop(String reason) {
    if (isFirst()) {
      stop.accept(reason);
      interrupt();
    }
  }

  /** Whether nothing has stopped the work before. */
  private synchronized boolean isFirst() {
    boolean first = worker != null && !stopped;
    stopped |= first;
    return first;
  }

  private synchronized void interrupt() {
    if (worker != null) {
      interrupted = true;
      worker.interrupt();
    }
  }

  private synchronized void finish() {
    worker = null;
    if (interrupted) {
      // Clears the flag that interrupt() has set, if the work has not.
      Thread.interrupted();
    }
  }

  /** Why a wait that begins now ends the run; null if it does not. */
  public synchronized @Nullable String objection(Duration wait) {
    boolean late = worker != null && end - nanoTime.getAsLong() - wait.toNanos() < 0;
    return late && time != null
        ? "the server asks to wait "
            + InWords.duration(wait)
            + ", longer than what is left of "
            + option(time)
        : null;
  }

  private static String option(Duration time) {
    return "--deadline=" + InWords.duration(time);
  }

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void paused(ApiException reason, Duration wait) {
    String objection = objection(wait);
    if (objection != null) {
      stop(objection);
    }
  }
}
