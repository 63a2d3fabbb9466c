package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.demo.RateLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fetch-characters serve}: the built-in API alone, until interrupted. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = ServeCommand.SUMMARY,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  static final String SUMMARY = "Serve the built-in API on loopback until interrupted.";

  private final Streams streams;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--latency",
      paramLabel = "D",
      description = "Answer time per request. Default: 200ms.")
  private Duration latency = Duration.ofMillis(200);

  @Option(
      names = "--jitter",
      paramLabel = "D",
      description = "Most time added to it, at random. Default: 0ms.")
  private Duration jitter = Duration.ZERO;

  @Option(
      names = "--characters",
      paramLabel = "N",
      description = "How many characters there are. Default: ${DEFAULT-VALUE}.")
  private int characters = 826;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What faults and jitter are drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(
      names = "--error-rate",
      paramLabel = "P",
      description = "Share of requests answered 500 or 503, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double errorRate;

  @Option(
      names = "--reset-rate",
      paramLabel = "P",
      description =
          "Share of requests whose connection is closed without an answer, 0 to 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private double resetRate;

  @Option(
      names = "--rate-limit",
      paramLabel = "N/UNIT",
      converter = RateLimitConverter.class,
      description = "Answer 429 to requests above N per s, m or h. Default: no limit.")
  private @Nullable RateLimit rateLimit;

  @Option(
      names = "--retry-after",
      paramLabel = "D",
      description = "What a 429 asks the client to wait. Default: it does not say.")
  private @Nullable Duration retryAfter;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    try (DemoServer server = DemoServer.start(settings())) {
      String line = "listening on " + server.baseUri() + "\n";
      streams.out().write(line.getBytes(StandardCharsets.UTF_8));
      streams.out().flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return ExitCodes.OK;
  }

  private DemoSettings settings() {
    try {
      return new DemoSettings(
          port, latency, jitter, characters, seed, errorRate, resetRate, rateLimit, retryAfter);
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
