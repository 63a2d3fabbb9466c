package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.Reply;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.ProgressDisplay;
import io.github.fetchcharacters.terminal.Streams;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows how far a fetch is, once it has taken a second. It counts what it hears, and draws on the
 * thread that ticks. Safe for use by many threads.
 */
final class FetchProgress implements ApiListener, OutcomeSink, AutoCloseable {

  private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Display display;
  private final Selection selection;
  private final OutcomeSink printer;
  private final ProgressDisplay line;
  private final long start;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  /** By what they ask for: of two requests for one id at the same time one is overlooked. */
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  private final Runnable end;

  /**
   * Begins with nothing done.
   *
   * @param printer where the outcomes go
   */
  FetchProgress(Streams streams, Selection selection, OutcomeSink printer) {
    this.display = streams.display();
    this.selection = selection;
    this.printer = printer;
    this.line = new ProgressDisplay(streams, selection.unit());
    this.start = display.ticks().nanos();
    this.end = display.ticks().start(this::tick);
  }

  private void tick() {
    long elapsed = display.ticks().nanos() - start;
    if (elapsed < SHORT_NANOS) {
      return;
    }
    long finished = done.get();
    long total = selection.total();
    if (total < 0 && inFlight.isEmpty()) {
      // Ids are being waited for, which somebody may be typing here.
      line.hide();
      return;
    }
    Duration left =
        total < 0 || finished == 0
            ? null
            : Duration.ofNanos((long) ((double) elapsed / finished * (total - finished)));
    line.show(finished, total, Duration.ofNanos(elapsed), left, words(finished, elapsed));
  }

  private String words(long finished, long elapsed) {
    double rate = finished * 1e9 / elapsed;
    String words = String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
    if (failed.get() > 0) {
      words += ", " + failed + " failed";
    }
    return words + ", " + inFlight.size() + " in flight";
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
  public void fetching(String subject, URI uri, int attempt) {
    inFlight.add(subject);
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    inFlight.remove(subject);
  }

  @Override
  public void failed(String subject, int attempt, RuntimeException failure, Decision decision) {
    inFlight.remove(subject);
  }

  /** Leaves nothing of it on the terminal. */
  @Override
  public void close() {
    end.run();
    line.close();
  }
}
