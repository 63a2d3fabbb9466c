package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for: read once, and checked.
 *
 * @param selection which characters
 * @param demo how to start the built-in API, null to ask another
 * @param client how to talk to the API; for the built-in one all but where it is
 * @param mode how to work through the selection
 * @param plan the same in figures
 * @param deadline most time for all, null for any
 * @param failFast whether the first failure ends the run
 * @param layout how records look
 * @param report what to say beside them
 */
record FetchRequest(
    Selection selection,
    @Nullable DemoSettings demo,
    ClientSettings client,
    Mode mode,
    Plan plan,
    @Nullable Duration deadline,
    boolean failFast,
    Layout layout,
    Report report) {

  /**
   * What to say on standard error.
   *
   * @param quiet whether to say nothing
   * @param verbose whether to log each step
   * @param timing whether to end with a line of figures
   * @param waterfall whether to end with a bar for each attempt
   * @param progress whether to show how far the run is
   * @param color whether to colour it
   */
  record Report(
      boolean quiet,
      boolean verbose,
      boolean timing,
      boolean waterfall,
      boolean progress,
      When color) {}

  /** Whether there are so many requests that the first should open a connection for all. */
  boolean isLarge() {
    return selection.isMoreThan(Session.MAX_COLD_CONNECTIONS * mode.idsPerRequest(plan));
  }
}
