package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiException;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.output.TerminalText;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Says on standard error that the whole run waits, why and until when.
 *
 * @param messages where to
 */
record PauseNotice(Messages messages) implements ApiListener {

  @Override
  public void paused(ApiException reason, Duration wait) {
    LocalTime until =
        LocalTime.now(ZoneId.systemDefault()).plus(wait).truncatedTo(ChronoUnit.SECONDS);
    messages.say(
        TerminalText.escape("" + reason.getMessage()) + ": all requests wait until " + until);
  }
}
