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
 * Most time for a run. It interrupts the run at its end, or as soon as all requests are to wait
 * until after it. The interrupt never outlives the work: what follows, such as a table, an export
 * or a look at the terminal, is not cut short by it. Safe for use by many threads.
 */
public final class Deadline implements ApiListener, CallListener {

  private final @Nullable Duration time;
  private final LongSupplier nanoTime;
  private @Nullable Thread worker;
  private Consumer<String> stop = reason -> {};
  private long end;
  private boolean stopped;

  /**
   * A deadline for one run.
   *
   * @param time null for none
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public Deadline(@Nullable Duration time, LongSupplier nanoTime) {
    this.time = time;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs the work on this thread; at the deadline it is stopped by an interrupt.
   *
   * @param stop takes the reason before
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

  private synchronized void begin(Consumer<String> whereTo, Duration most) {
    worker = Thread.currentThread();
    stop = whereTo;
    end = nanoTime.getAsLong() + most.toNanos();
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
      // Clears what stop() has set, even if nothing met it.
      Thread.interrupted();
    }
  }

  /** Why a wait that begins now ends the run; null where it does not. */
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
