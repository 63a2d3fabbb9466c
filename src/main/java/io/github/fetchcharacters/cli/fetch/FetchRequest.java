package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.CacheSettings;
import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * The request of a command line, read once and checked.
 *
 * @param selection the characters
 * @param demo settings of the built-in API, null for another API
 * @param client settings of the client; for the built-in API all but its URL
 * @param cache which answers of earlier runs are of use, null for none
 * @param mode the way to fetch
 * @param plan the limits of the mode
 * @param deadline max time of the run, null for no limit
 * @param failFast whether the first failure ends the run
 * @param layout the form of the records
 * @param report the messages beside them
 */
record FetchRequest(
    Selection selection,
    @Nullable DemoSettings demo,
    ClientSettings client,
    @Nullable CacheSettings cache,
    Mode mode,
    Plan plan,
    @Nullable Duration deadline,
    boolean failFast,
    Layout layout,
    Report report) {

  /**
   * The messages on standard error.
   *
   * @param quiet whether to print none
   * @param verbose whether to log each step
   * @param timing whether to end with a line of figures
   * @param waterfall the attempts to draw at the end
   * @param progress whether to show the progress
   * @param color when to colour them
   */
  record Report(
      boolean quiet,
      boolean verbose,
      boolean timing,
      WaterfallRows waterfall,
      boolean progress,
      When color) {}

  /**
   * Reads the arguments once and checks them: first each option, then the ids.
   *
   * @param streams have the environment, standard input and the terminal's width
   * @throws ParameterException if the command line is wrong
   * @throws InvalidIdException if an argument is no id
   */
  static FetchRequest of(FetchArguments arguments, Streams streams) {
    Mode mode = arguments.fetch.mode.value();
    Plan plan = arguments.fetch.plan(!arguments.output.unordered.value());
    ClientSettings client =
        arguments.fetch.client(
            mode.concurrency(plan), arguments.retry, arguments.connection, streams.environment());
    DemoSettings demo = arguments.connection.demoSettings();
    CacheSettings cache =
        arguments.cache.settings(
            arguments.connection, client.http().headers(), streams.environment());
    Layout layout = arguments.output.layout(streams, arguments.terminal.color.value());
    Report report = arguments.report.read(arguments.terminal, streams);
    return new FetchRequest(
        arguments.selection(streams.in()),
        demo,
        client,
        cache,
        mode,
        plan,
        arguments.fetch.deadline.orNull(),
        arguments.fetch.failFast.value(),
        layout,
        report);
  }

  /** Whether there are so many requests that the first should open a connection for all. */
  boolean isLarge() {
    return selection.isMoreThan(mode.maxColdIds(plan));
  }
}
