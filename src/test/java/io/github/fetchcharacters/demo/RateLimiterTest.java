package io.github.fetchcharacters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final RateLimiter limiter = new RateLimiter(new RateLimit(2, Duration.ofNanos(10)));

  @Test
  void refusesWhatIsAboveTheLimitWithinTheUnit() {
    assertThat(limiter.tryAcquire(at(0))).isTrue();
    assertThat(limiter.tryAcquire(at(1))).isTrue();
    assertThat(limiter.tryAcquire(at(2))).isFalse();
    assertThat(limiter.tryAcquire(at(9))).isFalse();
  }

  @Test
  void beginsAnewWhenTheUnitIsOver() {
    limiter.tryAcquire(at(0));
    limiter.tryAcquire(at(0));

    assertThat(limiter.tryAcquire(at(10))).isTrue();
    assertThat(limiter.tryAcquire(at(19))).isTrue();
    assertThat(limiter.tryAcquire(at(19))).isFalse();
  }

  @Test
  void isNotProlongedByRefusedRequests() {
    limiter.tryAcquire(at(0));
    limiter.tryAcquire(at(0));
    limiter.tryAcquire(at(9));

    assertThat(limiter.tryAcquire(at(10))).isTrue();
  }

  /** A clock that wraps around in the middle of a unit, as {@link System#nanoTime} may. */
  private static long at(long nanos) {
    return Long.sum(Long.MAX_VALUE - 3, nanos);
  }
}
