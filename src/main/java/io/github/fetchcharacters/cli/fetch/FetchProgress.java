package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.ProgressDisplay;
import io.github.fetchcharacters.terminal.Streams;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Shows the progress of a fetch that takes more than a second. It counts outcomes and requests in
 * flight, and draws on the thread that ticks. Safe for use by many threads.
 */
final class FetchProgress implements ApiListener, OutcomeSink, AutoCloseable {

  private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Display display;
  private final LongSupplier total;
  private final OutcomeSink printer;
  private final ProgressDisplay line;
  private final long start;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  private final AtomicInteger inFlight = new AtomicInteger();

  private final Runnable end;

  /**
   * @param unit the word for items after a number, with a space before it; empty for none
   * @param total gives the number of items, negative while unknown, on any thread
   * @param printer receives the outcomes
   */
  FetchProgress(Streams streams, String unit, LongSupplier total, OutcomeSink printer) {
    this.display = streams.display();
    this.total = total;
    this.printer = printer;
    this.line = new ProgressDisplay(streams, unit);
    this.start = display.ticks().nanos();
    this.end = display.ticks().start(this::tick);
  }

  private void tick() {
    long elapsed = display.ticks().nanos() - start;
    if (elapsed < SHORT_NANOS) {
      return;
    }
    long finished = done.get();
    long all = all(finished);
    if (all < 0 && inFlight.get() == 0) {
      // The run waits for ids, which the user may be typing on this line.
      line.hide();
      return;
    }
    Duration left =
        all < 0 || finished == 0
            ? null
            : Duration.ofNanos((long) ((double) elapsed / finished * (all - finished)));
    line.show(finished, all, Duration.ofNanos(elapsed), left, words(finished, elapsed));
  }

  /** The number of items, negative while unknown. A list may end before an item that is done. */
  private long all(long finished) {
    long known = total.getAsLong();
    return known < 0 ? known : Math.max(known, finished);
  }

  private String words(long finished, long elapsed) {
    double rate = finished * 1e9 / elapsed;
    String words = String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
    if (failed.get() > 0) {
      words += ", " + failed + " failed";
    }
    return words + ", " + inFlight + " in flight";
  }

  @Override
  public boolean accept(Outcome outcome) {
    done.incrementAndGet();
    if (outcome instanceof Outcome.Failed) {
      failed.incrementAndGet();
    }
    return printer.accept(outcome);
  }

  @Override
  public boolean idle() {
    return printer.idle();
  }

  @Override
  public boolean endsAt(RuntimeException failure) {
    return printer.endsAt(failure);
  }

  @Override
  public CallListener begin(Resource resource) {
    return new InFlightCounter();
  }

  /** Counts a call while its request is in flight. For one thread at a time, as its steps. */
  private final class InFlightCounter implements CallListener {

    private boolean sent;

    @Override
    public void fetching(URI uri, int attempt) {
      sent = true;
      inFlight.incrementAndGet();
    }

    @Override
    public void resending(int attempt, TransportException why) {
      ended();
    }

    @Override
    public void fetched(URI uri, int attempt, Reply reply) {
      ended();
    }

    @Override
    public void retrying(int attempt, RuntimeException failure, Duration wait) {
      ended();
    }

    @Override
    public void failed(int attempt, RuntimeException failure) {
      ended();
    }

    private void ended() {
      if (sent) {
        sent = false;
        inFlight.decrementAndGet();
      }
    }
  }

  /** Removes the line from the terminal. */
  @Override
  public void close() {
    end.run();
    line.close();
  }
}
