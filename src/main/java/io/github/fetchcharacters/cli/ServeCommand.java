package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.cli.value.RateLimitConverter;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.model.RateLimit;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code fetch-characters serve}: the built-in API alone, until interrupted. */
final class ServeCommand implements Callable<Integer> {

  static final String SUMMARY = "Serve the built-in API on loopback until interrupted.";

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final OptionGroup group = OptionGroup.of(spec);

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

  private ServeCommand(Streams streams) {
    this.streams = streams;
    spec.name("serve");
    spec.usageMessage().description(SUMMARY).sortOptions(false);
    ToolOptions.addTo(spec);
    SettingsOptions.addTo(spec);
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new ServeCommand(streams).spec);
  }

  @Override
  public Integer call() throws IOException {
    try (DemoServer server = DemoServer.start(settings())) {
      streams.print("listening on " + server.baseUri() + "\n");
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return ExitCodes.OK;
  }

  private DemoSettings settings() {
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
    } catch (IllegalArgumentException outOfRange) {
      String message = "" + outOfRange.getMessage();
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '" + option(message) + "': " + message,
          outOfRange);
    }
  }

  /** The settings are named like the options: {@code error rate must be …}. */
  private static String option(String message) {
    return "--" + message.replaceFirst(" must be .*", "").replace(' ', '-');
  }
}
