package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.retry.Backoff;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Model.OptionSpec;

/** Options for failed attempts. */
public final class RetryOptions {

  public final OptionGroup group = new OptionGroup("When an attempt fails");

  final OptionValue<Integer> retries =
      group.add(
          int.class,
          2,
          OptionSpec.builder("--retries")
              .paramLabel("N")
              .description("Attempts after the first. Default: ${DEFAULT-VALUE}."));

  final OptionValue<Duration> delay =
      group.add(
          Duration.class,
          Duration.ofMillis(200),
          OptionSpec.builder("--retry-delay")
              .paramLabel("D")
              .description(
                  "Base of the exponential backoff: the wait is drawn from 0 to D × 2ⁿ."
                      + " Default: 200ms."));

  final OptionValue<Duration> maxDelay =
      group.add(
          Duration.class,
          Duration.ofSeconds(30),
          OptionSpec.builder("--retry-max-delay")
              .paramLabel("D")
              .description(
                  "Cap of one wait. A server that asks for more fails the id at once. Default:"
                      + " 30s."));

  /** Returns the policy; throws the usage error of a wrong value. */
  RetryPolicy policy() {
    if (retries.value() < 0) {
      throw retries.invalid(retries.value() + " is negative");
    }
    return new RetryPolicy(
        retries.value(),
        new Backoff(delay.value(), maxDelay.value()),
        Pause.real(),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
