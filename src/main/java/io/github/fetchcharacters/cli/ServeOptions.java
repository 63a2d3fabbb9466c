package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.value.RateLimitConverter;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.demo.OutOfRangeException;
import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import picocli.CommandLine.Model.OptionSpec;

/** Options for the built-in API: its port, its size, its pace and its faults. */
final class ServeOptions {

  final OptionGroup group = new OptionGroup("How to serve");

  private final OptionValue<Integer> port =
      group.add(
          int.class,
          0,
          OptionSpec.builder("--port")
              .paramLabel("PORT")
              .description("The port; 0 takes a free one. Default: ${DEFAULT-VALUE}."));

  private final OptionValue<Duration> latency =
      group.add(
          Duration.class,
          Duration.ofMillis(200),
          OptionSpec.builder("--latency")
              .paramLabel("D")
              .description("Answer time per request. Default: 200ms."));

  private final OptionValue<Duration> jitter =
      group.add(
          Duration.class,
          Duration.ZERO,
          OptionSpec.builder("--jitter")
              .paramLabel("D")
              .description("Most time added to it, at random. Default: 0ms."));

  private final OptionValue<Integer> characters =
      group.add(
          int.class,
          826,
          OptionSpec.builder("--characters")
              .paramLabel("N")
              .description("How many characters there are. Default: ${DEFAULT-VALUE}."));

  private final OptionValue<Long> seed =
      group.add(
          long.class,
          42L,
          OptionSpec.builder("--seed")
              .paramLabel("N")
              .description("What faults and jitter are drawn from. Default: ${DEFAULT-VALUE}."));

  private final OptionValue<Double> errorRate =
      group.add(
          double.class,
          0.0,
          OptionSpec.builder("--error-rate")
              .paramLabel("P")
              .description(
                  "Share of requests answered 500 or 503, 0 to 1. Default: ${DEFAULT-VALUE}."));

  private final OptionValue<Double> resetRate =
      group.add(
          double.class,
          0.0,
          OptionSpec.builder("--reset-rate")
              .paramLabel("P")
              .description(
                  "Share of requests whose connection is closed without an answer, 0 to 1. Default:"
                      + " ${DEFAULT-VALUE}."));

  private final OptionValue<RateLimit> rateLimit =
      group.add(
          RateLimit.class,
          OptionSpec.builder("--rate-limit")
              .paramLabel("N/UNIT")
              .converters(new RateLimitConverter())
              .description("Answer 429 to requests above N per s, m or h. Default: no limit."));

  private final OptionValue<Duration> retryAfter =
      group.add(
          Duration.class,
          OptionSpec.builder("--retry-after")
              .paramLabel("D")
              .description("What a 429 asks the client to wait. Default: it does not say."));

  /** Returns the settings; throws the usage error of a value out of range. */
  DemoSettings settings() {
    // Where they do not fit, the constructor refuses them.
    resetRate.fits(this::ratesFit, errorRate);
    try {
      return new DemoSettings(
          port.value(),
          latency.value(),
          jitter.value(),
          characters.value(),
          seed.value(),
          errorRate.value(),
          resetRate.value(),
          rateLimit.orNull(),
          retryAfter.orNull());
    } catch (OutOfRangeException wrong) {
      throw option(wrong.component()).invalid("" + wrong.getMessage(), wrong);
    }
  }

  /** Whether the rates are at most 1 together; one that is more alone is wrong beside any other. */
  private boolean ratesFit() {
    double error = errorRate.value();
    double reset = resetRate.value();
    return error > 1 || reset > 1 || !(error + reset > 1);
  }

  private OptionValue<?> option(OutOfRangeException.Component component) {
    return switch (component) {
      case PORT -> port;
      case LATENCY -> latency;
      case JITTER -> jitter;
      case CHARACTERS -> characters;
      case ERROR_RATE -> errorRate;
      case RESET_RATE -> resetRate;
      case RETRY_AFTER -> retryAfter;
    };
  }
}
