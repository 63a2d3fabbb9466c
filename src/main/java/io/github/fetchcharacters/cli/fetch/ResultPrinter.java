package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.output.RecordWriter;
import io.github.fetchcharacters.selection.IdRange;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.ReaderGoneException;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints each outcome as it comes: records on standard output, failures on standard error. For one
 * thread, but where a method says otherwise.
 */
final class ResultPrinter implements OutcomeSink {

  private static final int BUFFER = 1 << 16;

  /** Most lines about the ids of one range that a stop left behind. */
  private static final int MOST_LINES = 1000;

  private final OutputStream out;
  private final RecordWriter writer;
  private final Messages messages;
  private final Function<IdRange, String> name;
  private final boolean quiet;
  private final boolean failFast;

  /** Asked on other threads, too. */
  private final AtomicLong accepted = new AtomicLong();

  private long found;
  private long failed;
  private @Nullable IOException outputFailure;
  private @Nullable RuntimeException defect;
  private volatile @Nullable String stopReason;

  /**
   * Prints to the given streams.
   *
   * @param layout how records look
   * @param out where they go
   * @param messages where failures are told
   * @param name what to call items in a message
   * @param quiet whether to keep failures to itself
   * @param failFast whether the first failure stops the run
   */
  ResultPrinter(
      Layout layout,
      OutputStream out,
      Messages messages,
      Function<IdRange, String> name,
      boolean quiet,
      boolean failFast) {
    this.name = name;
    this.out = new BufferedOutputStream(out, BUFFER);
    this.writer = layout.writer(this.out);
    this.messages = messages;
    this.quiet = quiet;
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
      reportMissing(outcome.id());
    }
    // Not before: one that a defect keeps from being printed is reported in the end.
    accepted.incrementAndGet();
    return stopReason == null;
  }

  private void print(Character character) {
    found++;
    writing(() -> writer.write(character));
  }

  private void report(long id, RuntimeException failure) {
    if (failure instanceof ApiException) {
      say(IdRange.of(id), "" + failure.getMessage());
    } else {
      defect = failure;
      say(IdRange.of(id), "internal error: " + failure);
    }
    if (failFast) {
      stop("stopped at the first failure (--fail-fast)");
    }
  }

  /** Tells of an item that a stop left behind; says nothing where nobody asked for the stop. */
  void reportMissing(long id) {
    if (stopReason != null) {
      say(IdRange.of(id), "not fetched, " + stopReason);
    }
  }

  /** The same of ids that were never begun: a line each, unless they are too many to read. */
  void reportMissing(IdRange range) {
    if (range.size() > MOST_LINES) {
      say(range, "not fetched, " + stopReason);
      return;
    }
    for (long id = range.first(); id <= range.last(); id++) {
      reportMissing(id);
    }
  }

  private void say(IdRange items, String why) {
    writing(out::flush);
    if (outputFailure != null) {
      return;
    }
    failed++;
    if (!quiet) {
      messages.say(name.apply(items) + ": " + TerminalText.escape(why));
    }
  }

  /**
   * Tells what does not agree although nothing has failed.
   *
   * @param what empty for nothing
   */
  void reportShortfall(String what) {
    if (!what.isEmpty() && failed == 0) {
      failed++;
      if (!quiet) {
        messages.say(what);
      }
    }
  }

  @Override
  public boolean idle() {
    writing(out::flush);
    return stopReason == null;
  }

  /** Ends the output; nothing is accepted afterwards. */
  void finish() {
    writing(writer::finish);
    writing(out::flush);
    if (outputFailure != null && !(outputFailure instanceof ReaderGoneException)) {
      messages.say("cannot write the results: " + outputFailure.getMessage());
    }
  }

  /** Lets the run end at the next outcome; the first reason counts. */
  void stop(String reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
  }

  /** Why the run was stopped, null if it was not. */
  @Nullable String stopReason() {
    return stopReason;
  }

  /** Whether results can still be written. */
  boolean canWrite() {
    return outputFailure == null;
  }

  /** Outcomes taken, of whatever kind. May be asked on any thread. */
  long accepted() {
    return accepted.get();
  }

  /** Characters printed. */
  long found() {
    return found;
  }

  /** Ids, pages and records of pages that brought no character. */
  long failed() {
    return failed;
  }

  /** A defect of this program that cost an id, null for none. */
  @Nullable RuntimeException defect() {
    return defect;
  }

  /** See {@link ExitCodes}. */
  int exitCode() {
    if (outputFailure instanceof ReaderGoneException) {
      return ExitCodes.OK;
    }
    if (defect != null) {
      return ExitCodes.INTERNAL;
    }
    return failed > 0 || outputFailure != null ? ExitCodes.FAILED : ExitCodes.OK;
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** Writes, unless a write has failed before: the first failure ends the run. */
  private void writing(Writing action) {
    if (outputFailure != null) {
      return;
    }
    try {
      action.run();
    } catch (IOException failure) {
      outputFailure = failure;
      stop("the results cannot be written");
    }
  }
}
