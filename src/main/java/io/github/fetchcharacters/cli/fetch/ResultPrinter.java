package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.selection.IdRange;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.ReaderGoneException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints each outcome as it comes: records on standard output, failures on standard error; and
 * decides the exit status. For one thread, unless a method says otherwise.
 */
final class ResultPrinter implements OutcomeSink {

  private final ResultOutput output;
  private final FailureReport failures;
  private final Messages messages;
  private final boolean failFast;

  /** Read on other threads, too. */
  private final AtomicLong accepted = new AtomicLong();

  private long found;
  private long skipped;
  private final AtomicReference<@Nullable String> stopReason = new AtomicReference<>();

  /**
   * @param layout the form of the records
   * @param out receives the records
   * @param messages prints the failures
   * @param name returns the name of items in a message
   * @param quiet whether to print no failures
   * @param failFast whether the first failure stops the run
   */
  ResultPrinter(
      Layout layout,
      OutputStream out,
      Messages messages,
      Function<IdRange, String> name,
      boolean quiet,
      boolean failFast) {
    this.output = new ResultOutput(layout, out, () -> stop("the results cannot be written"));
    this.failures = new FailureReport(output, messages, name, quiet);
    this.messages = messages;
    this.failFast = failFast;
  }

  @Override
  public boolean accept(Outcome outcome) {
    if (outcome instanceof Outcome.Found answer) {
      answer.characters().forEach(this::print);
      answer.unusable().forEach(failure -> report(answer.id(), failure));
    } else if (outcome instanceof Outcome.Failed failure) {
      report(failure.id(), failure.failure());
    } else {
      skip(outcome.id());
    }
    // Last: if a defect prevents the print, the end of the run reports the item as missing.
    accepted.incrementAndGet();
    return stopReason() == null;
  }

  private void print(Character character) {
    found++;
    output.write(character);
  }

  private void report(long id, RuntimeException failure) {
    failures.failure(id, failure);
    if (failFast) {
      stop("stopped at the first failure (--fail-fast)");
    }
  }

  private void skip(long id) {
    if (stopReason() == null) {
      skipped++;
    } else {
      reportMissing(IdRange.of(id));
    }
  }

  /** Reports items that {@link #stop} left behind. */
  void reportMissing(IdRange items) {
    failures.missing(items, "" + stopReason());
  }

  /**
   * Reports that {@link #stop} left a place of items unread.
   *
   * @param place empty for none
   */
  void reportUnread(String place) {
    if (!place.isEmpty()) {
      failures.unread(place, "" + stopReason());
    }
  }

  /** The number of items that were cancelled before there was a reason to stop. */
  long skipped() {
    return skipped;
  }

  @Override
  public boolean endsAt(RuntimeException failure) {
    return failFast;
  }

  @Override
  public boolean idle() {
    output.flush();
    return stopReason() == null;
  }

  /** Ends the output; it accepts nothing afterwards. */
  void finish() {
    output.finish();
    IOException failure = output.failure();
    if (failure != null && !(failure instanceof ReaderGoneException)) {
      messages.say("cannot write the results: " + failure.getMessage());
    }
  }

  /** Stops the run at the next outcome; the first reason counts. May run on any thread. */
  void stop(String reason) {
    stopReason.compareAndSet(null, reason);
  }

  /** The reason of {@link #stop}; null without one. */
  @Nullable String stopReason() {
    return stopReason.get();
  }

  /** Whether no write has failed. */
  boolean canWrite() {
    return output.failure() == null;
  }

  /** The items without a character so far. */
  FailureReport failures() {
    return failures;
  }

  /** The number of outcomes of every kind. May run on any thread. */
  long accepted() {
    return accepted.get();
  }

  /** The number of characters printed. */
  long found() {
    return found;
  }

  /** Returns one of {@link ExitCodes}. */
  int exitCode() {
    if (output.failure() instanceof ReaderGoneException) {
      return ExitCodes.OK;
    }
    if (failures.defect() != null) {
      return ExitCodes.INTERNAL;
    }
    return failures.failed() > 0 || !canWrite() ? ExitCodes.FAILED : ExitCodes.OK;
  }
}
