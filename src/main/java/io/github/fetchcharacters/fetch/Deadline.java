package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.ApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private final LongSupplier nanoTime;
  private @Nullable Thread worker;
  private Consumer<String> stop = reason -> {};
  private long end;
  private boolean stopped;

  /**
   * Makes a deadline for one run.
   *
   * @param time null for none
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public Deadline(@Nullable Duration time, LongSupplier nanoTime) {
    this.time = time;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs the work on this thread, and interrupts it at the deadline.
   *
   * @param stop takes the reason, before the interrupt
   */
  public void run(Consumer<String> stop, Runnable work) {
    if (time == null) {
      work.run();
      return;
    }
    begin(stop, time);
    CompletableFuture<Void> done =
        new CompletableFuture<Void>().orTimeout(time.toNanos(), TimeUnit.NANOSECONDS);
    done.whenComplete(
        (inTime, late) -> {
          if (late != null) {
            stop("the deadline has passed (" + option(time) + ")");
          }
        });
    try {
      work.run();
    } finally {
      done.complete(null);
      finish();
    }
  }

  private synchronized void begin(Consumer<String> whereTo, Duration max) {
    worker = Thread.currentThread();
    stop = whereTo;
    end = nanoTime.getAsLong() + max.toNanos();
  }

  private synchronized void stop(String reason) {
    if (worker != null && !stopped) {
      stopped = true;
      stop.accept(reason);
      worker.interrupt();
    }
  }

  private synchronized void finish() {
    worker = null;
    if (stopped) {
      // Clears the flag that stop() has set, if the work has not.
      Thread.interrupted();
    }
  }

  /** Why a wait that begins now ends the run; null if it does not. */
  public synchronized @Nullable String objection(Duration wait) {
    boolean late = worker != null && end - nanoTime.getAsLong() - wait.toNanos() < 0;
    return late && time != null
        ? "the server asks to wait "
            + ApiException.inWords(wait)
            + ", longer than what is left of "
            + option(time)
        : null;
  }

  private static String option(Duration time) {
    return "--deadline=" + ApiException.inWords(time);
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
