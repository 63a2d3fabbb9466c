package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.api.Congestion;
import io.github.fetchcharacters.api.Window;
import io.github.fetchcharacters.cli.value.RateLimitConverter;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.flow.RequestRate;
import io.github.fetchcharacters.model.RateLimit;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How the ids are worked through. */
public final class FetchOptions {

  private static final int MOST_CONCURRENCY = 1000;

  public final OptionGroup group = new OptionGroup("How to fetch");

  public final OptionValue<Mode> mode =
      group.add(
          Mode.class,
          Mode.ASYNC,
          OptionSpec.builder("--mode")
              .paramLabel("MODE")
              .description(
                  "How to fetch: ${COMPLETION-CANDIDATES}.",
                  "sync: one after another; async: all at once, without a thread each;"
                      + " threads: all at once,"
                      + " a blocking call in a thread each; batch: up to 100 ids a request.",
                  "Default: ${DEFAULT-VALUE}."));

  final OptionValue<Integer> concurrency =
      group.add(
          int.class,
          50,
          OptionSpec.builder("-c", "--concurrency")
              .paramLabel("N")
              .description("Most requests in flight, 1 to 1000. Default: ${DEFAULT-VALUE}."));

  final OptionValue<Integer> batchSize =
      group.add(
          int.class,
          Plan.MOST_BATCH_SIZE,
          OptionSpec.builder("--batch-size")
              .paramLabel("N")
              .description(
                  "Most ids of one request of batch, 1 to 100. Default: ${DEFAULT-VALUE}."));

  final OptionValue<RateLimit> rate =
      group.add(
          RateLimit.class,
          OptionSpec.builder("--rate")
              .paramLabel("N/UNIT")
              .converters(new RateLimitConverter())
              .description(
                  "Most requests started per s, m or h, evenly spaced, retries included."
                      + " Default: no"
                      + " limit."));

  final OptionValue<Duration> deadline =
      group.add(
          Duration.class,
          OptionSpec.builder("--deadline")
              .paramLabel("D")
              .description(
                  "Most time for the whole run; what is missing then fails. Default: none."));

  public final OptionValue<Boolean> failFast =
      group.flag(OptionSpec.builder("--fail-fast").description("Stop at the first failure."));

  public void check(CommandSpec spec) {
    requireWithin(spec, "--concurrency", concurrency.value(), MOST_CONCURRENCY);
    requireWithin(spec, "--batch-size", batchSize.value(), Plan.MOST_BATCH_SIZE);
  }

  private static void requireWithin(CommandSpec spec, String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '"
              + option
              + "': "
              + value
              + " is not in the range 1 to "
              + most);
    }
  }

  /**
   * How a mode works through the ids.
   *
   * @param ordered whether the outcomes come in the order asked
   */
  public Plan plan(boolean ordered) {
    return new Plan(concurrency.value(), batchSize.value(), ordered);
  }

  /** The most ids that one request of the mode asks for. */
  public int idsPerRequest(Mode mode) {
    return mode == Mode.BATCH ? batchSize.value() : 1;
  }

  /**
   * The window that all requests of a run go through.
   *
   * @param mode the mode of the run
   * @param longestPause a server that asks all to wait for longer is not heeded
   * @param alone whether the next request goes alone
   */
  public Window window(Mode mode, Duration longestPause, BooleanSupplier alone) {
    RateLimit limit = rate.orNull();
    return new Window(
        new Congestion(mode == Mode.SYNC ? 1 : concurrency.value(), longestPause),
        alone,
        limit == null ? () -> 0 : RequestRate.pace(limit),
        Pause.real(),
        System::nanoTime);
  }

  /** The deadline of one run. */
  public Deadline limit() {
    return new Deadline(deadline.orNull(), System::nanoTime);
  }
}
