package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.TerminalText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prints on standard error that the whole run waits, why and until when; from the second pause on
 * also the time waited so far and the number of items left. It prints again when a later answer
 * prolongs the pause. Safe for use by many threads.
 */
final class PauseNotice implements ApiListener, CallListener {

  private final Messages messages;
  private final Deadline limit;
  private final Supplier<String> left;
  private final LongSupplier nanoTime;

  /** Sum of the pauses so far, the rest of the last one included. */
  private Duration pauses = Duration.ZERO;

  /** The end of the last pause, if there was one. */
  private long end;

  /**
   * @param messages prints the notices
   * @param limit ends the run instead of a wait that is too long
   * @param left the number of items left, in words; empty where unknown
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  PauseNotice(Messages messages, Deadline limit, Supplier<String> left, LongSupplier nanoTime) {
    this.messages = messages;
    this.limit = limit;
    this.left = left;
    this.nanoTime = nanoTime;
  }

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void paused(ApiException reason, Duration wait) {
    String objection = limit.objection(wait);
    String what = objection == null ? waiting(wait) : "the run ends now, " + objection;
    messages.say(TerminalText.escape("" + reason.getMessage()) + ": " + what);
  }

  private String waiting(Duration wait) {
    Duration before = before(wait).truncatedTo(ChronoUnit.SECONDS);
    return "all requests wait until " + timeAfter(wait) + (before.isZero() ? "" : soFar(before));
  }

  /** The time of day; with the date if the same time comes before it, too. */
  private static String timeAfter(Duration wait) {
    LocalDateTime end =
        LocalDateTime.now(ZoneId.systemDefault()).plus(wait).truncatedTo(ChronoUnit.SECONDS);
    return (wait.toDays() > 0 ? end.toLocalDate() + " " : "") + end.toLocalTime();
  }

  /** Records the pause; returns the time that the run has waited before it. */
  private synchronized Duration before(Duration wait) {
    long now = nanoTime.getAsLong();
    Duration toCome = Duration.ofNanos(pauses.isZero() ? 0 : Math.max(0, end - now));
    Duration before = pauses.minus(toCome);
    pauses = before.plus(wait);
    end = now + wait.toNanos();
    return before;
  }

  private String soFar(Duration before) {
    String rest = left.get();
    return " (waited "
        + InWords.duration(before)
        + " so far"
        + (rest.isEmpty() ? "" : ", " + rest + " left")
        + ")";
  }
}
