package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.retry.Backoff;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What happens after a failed attempt. */
@Command(description = "When an attempt fails")
final class RetryOptions {

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Attempts after the first. Default: ${DEFAULT-VALUE}.")
  int retries = 2;

  @Option(
      names = "--retry-delay",
      paramLabel = "D",
      description =
          "Base of the exponential backoff: the wait is drawn from 0 to D × 2ⁿ. Default: 200ms.")
  Duration delay = Duration.ofMillis(200);

  @Option(
      names = "--retry-max-delay",
      paramLabel = "D",
      description =
          "Cap of one wait. A server that asks for more fails the id at once. Default: 30s.")
  Duration maxDelay = Duration.ofSeconds(30);

  void check(CommandSpec spec) {
    if (retries < 0) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--retries': " + retries + " is negative");
    }
  }

  RetryPolicy policy() {
    return new RetryPolicy(
        retries,
        new Backoff(delay, maxDelay),
        Pause.real(),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
