package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.selection.IdRange;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.TerminalText;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints a message for each item without a character, after the records before it, and counts them.
 * Once the output has failed it does neither. For one thread.
 */
final class FailureReport {

  /** Max lines about the missing ids of one range. */
  private static final int MAX_LINES = 1000;

  private final ResultOutput output;
  private final Messages messages;
  private final Function<IdRange, String> name;
  private final boolean quiet;
  private long failed;
  private @Nullable RuntimeException defect;

  /**
   * @param name returns the name of items in a message
   * @param quiet whether to count only
   */
  FailureReport(
      ResultOutput output, Messages messages, Function<IdRange, String> name, boolean quiet) {
    this.output = output;
    this.messages = messages;
    this.name = name;
    this.quiet = quiet;
  }

  void failure(long id, RuntimeException failure) {
    if (failure instanceof ApiException) {
      report(IdRange.of(id), "" + failure.getMessage());
    } else {
      defect = failure;
      report(IdRange.of(id), "internal error: " + failure);
    }
  }

  /** Reports items that a stop left behind: a line each, unless they are too many to read. */
  void missing(IdRange items, String stopReason) {
    if (items.size() > MAX_LINES) {
      report(items, "not fetched, " + stopReason);
      return;
    }
    for (long id = items.first(); id <= items.last(); id++) {
      report(IdRange.of(id), "not fetched, " + stopReason);
    }
  }

  /** Reports a place of further items that a stop left unread. */
  void unread(String place, String stopReason) {
    report(() -> place, "not fetched, " + stopReason);
  }

  private void report(IdRange items, String why) {
    report(() -> name.apply(items), why);
  }

  private void report(Supplier<String> what, String why) {
    say(() -> what.get() + ": " + TerminalText.escape(why));
  }

  /** Reports items that nothing but their number identifies. */
  void unfetched(String what) {
    say(() -> what);
  }

  private void say(Supplier<String> message) {
    output.flush();
    if (output.failure() != null) {
      return;
    }
    failed++;
    if (!quiet) {
      messages.say(message.get());
    }
  }

  /**
   * Reports a contradiction in the answers, unless a failure explains it.
   *
   * @param what empty for none
   */
  void shortfall(String what) {
    if (!what.isEmpty() && failed == 0) {
      failed++;
      if (!quiet) {
        messages.say(what);
      }
    }
  }

  /** The number of ids, pages and records of pages that brought no character. */
  long failed() {
    return failed;
  }

  /** The last defect of this program that cost an id; null for none. */
  @Nullable RuntimeException defect() {
    return defect;
  }
}
