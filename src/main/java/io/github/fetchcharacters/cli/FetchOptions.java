package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiException;
import io.github.fetchcharacters.api.Congestion;
import io.github.fetchcharacters.api.Window;
import io.github.fetchcharacters.demo.RateLimit;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the ids are worked through. */
@Command(description = "How to fetch")
final class FetchOptions {

  private static final int MOST_CONCURRENCY = 1000;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "How to fetch: ${COMPLETION-CANDIDATES}.",
        "sync: one after another; async: all at once, without a thread each; threads: all at once,"
            + " a blocking call in a thread each.",
        "Default: ${DEFAULT-VALUE}."
      })
  Mode mode = Mode.ASYNC;

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = "Most requests in flight, 1 to 1000. Default: ${DEFAULT-VALUE}.")
  int concurrency = 50;

  @Option(
      names = "--rate",
      paramLabel = "N/UNIT",
      converter = RateLimitConverter.class,
      description =
          "Most requests started per s, m or h, evenly spaced, retries included. Default: no"
              + " limit.")
  @Nullable RateLimit rate;

  @Option(
      names = "--deadline",
      paramLabel = "D",
      description = "Most time for the whole run; what is missing then fails. Default: none.")
  @Nullable Duration deadline;

  @Option(names = "--fail-fast", description = "Stop at the first failure.")
  boolean failFast;

  void check(CommandSpec spec) {
    if (concurrency < 1 || concurrency > MOST_CONCURRENCY) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--concurrency': "
              + concurrency
              + " is not in the range 1 to "
              + MOST_CONCURRENCY);
    }
  }

  /**
   * The window that all requests of a run go through.
   *
   * @param mode the mode of the run
   * @param longestPause a server that asks all to wait for longer is not heeded
   * @param probing whether the first request goes alone
   */
  Window window(Mode mode, Duration longestPause, boolean probing) {
    return new Window(
        new Congestion(mode == Mode.SYNC ? 1 : concurrency, longestPause, probing),
        rate == null ? () -> 0 : RequestRate.pace(rate),
        Pause.real(),
        System::nanoTime);
  }

  /**
   * Runs the work on this thread; at the deadline it is stopped by an interrupt.
   *
   * @param stop is told the reason before
   */
  void beforeDeadline(Consumer<String> stop, Runnable work) {
    if (deadline == null) {
      work.run();
      return;
    }
    Thread worker = Thread.currentThread();
    String reason = "the deadline has passed (--deadline=" + ApiException.inWords(deadline) + ")";
    CompletableFuture<Void> done =
        new CompletableFuture<Void>().orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
    done.whenComplete(
        (inTime, late) -> {
          if (late != null) {
            stop.accept(reason);
            worker.interrupt();
          }
        });
    try {
      work.run();
    } finally {
      done.complete(null);
    }
  }
}
