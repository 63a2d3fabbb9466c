package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.cli.value.DurationConverter;
import io.github.fetchcharacters.cli.value.RateLimitConverter;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** Options for the mode and its limits. */
public final class FetchOptions {

  public static final int MAX_CONCURRENCY = 1000;

  public static final int DEFAULT_CONCURRENCY = 50;

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
          DEFAULT_CONCURRENCY,
          OptionSpec.builder("-c", "--concurrency")
              .paramLabel("N")
              .description("Most requests in flight, 1 to 1000. Default: ${DEFAULT-VALUE}."));

  final OptionValue<Integer> batchSize =
      group.add(
          int.class,
          Plan.MAX_BATCH_SIZE,
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

  public final OptionValue<Duration> deadline =
      group.add(
          Duration.class,
          OptionSpec.builder("--deadline")
              .paramLabel("D")
              .converters(DurationConverter::positive)
              .description(
                  "Most time for the whole run; what is missing then fails. Default: none."));

  public final OptionValue<Boolean> failFast =
      group.flag(OptionSpec.builder("--fail-fast").description("Stop at the first failure."));

  /**
   * Returns the limits of a mode; throws the usage error of a wrong value.
   *
   * @param ordered whether the outcomes come in the order asked
   */
  public Plan plan(boolean ordered) {
    return new Plan(
        within(concurrency, concurrency.value(), MAX_CONCURRENCY),
        within(batchSize, batchSize.value(), Plan.MAX_BATCH_SIZE),
        ordered);
  }

  /** Returns the option's value if it is 1 to max; throws the usage error of another. */
  public static int within(OptionValue<?> option, int value, int max) {
    if (value < 1 || value > max) {
      throw option.invalid(value + " is not in the range 1 to " + max);
    }
    return value;
  }

  /**
   * Returns the settings of a client; throws the usage error of a wrong value.
   *
   * @param maxInFlight of its requests
   * @param environment may name a proxy
   */
  public ClientSettings client(
      int maxInFlight,
      RetryOptions retry,
      ConnectionOptions connection,
      Map<String, String> environment) {
    return ClientSettings.of(
        connection.base(),
        connection.settings(environment),
        retry.policy(),
        maxInFlight,
        retry.maxDelay.value(),
        rate.orNull());
  }
}
