package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds settings from the values that matter to a test. For use by one thread. */
final class SettingsFixture {
  /** Those of the public API, answered at once. */
  static final DemoSettings AT_ONCE = DemoSettings.withLatency(Duration.ZERO);

  int port = AT_ONCE.port();
  Duration latency = AT_ONCE.latency();
  Duration jitter = AT_ONCE.jitter();
  int characters = AT_ONCE.characters();
  long seed = AT_ONCE.seed();
  double errorRate = AT_ONCE.errorRate();
  double resetRate = AT_ONCE.resetRate();
  @Nullable RateLimit rateLimit = AT_ONCE.rateLimit();
  @Nullable Duration retryAfter = AT_ONCE.retryAfter();

  private SettingsFixture() {}

  /** {@link #AT_ONCE} but for the values that are set. */
  @SafeVarargs
  static DemoSettings settings(Consumer<SettingsFixture>... changes) {
    SettingsFixture it = new SettingsFixture();
    for (Consumer<SettingsFixture> change : changes) {
      change.accept(it);
    }
    return new DemoSettings(
        it.port,
        it.latency,
        it.jitter,
        it.characters,
        it.seed,
        it.errorRate,
        it.resetRate,
        it.rateLimit,
        it.retryAfter);
  }
}
