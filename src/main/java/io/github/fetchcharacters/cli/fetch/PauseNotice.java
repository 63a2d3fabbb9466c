package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiException;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.api.Resource;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.TerminalText;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Says on standard error that the whole run waits, why and until when; from the second time on also
 * for how long it has waited so far, and how much is left. Safe for use by many threads.
 */
final class PauseNotice implements ApiListener, CallListener {

  private final Messages messages;
  private final Deadline limit;
  private final Supplier<String> left;
  private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);

  /**
   * Has said nothing yet.
   *
   * @param messages where to
   * @param limit ends the run instead of a wait that is too long
   * @param left what is still to come, in words; empty where nobody knows
   */
  PauseNotice(Messages messages, Deadline limit, Supplier<String> left) {
    this.messages = messages;
    this.limit = limit;
    this.left = left;
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
    LocalTime until =
        LocalTime.now(ZoneId.systemDefault()).plus(wait).truncatedTo(ChronoUnit.SECONDS);
    Duration before = waited.getAndAccumulate(wait, Duration::plus);
    return "all requests wait until " + until + (before.isZero() ? "" : soFar(before));
  }

  private String soFar(Duration before) {
    String rest = left.get();
    return " (waited "
        + ApiException.inWords(before)
        + " so far"
        + (rest.isEmpty() ? "" : ", " + rest + " left")
        + ")";
  }
}
