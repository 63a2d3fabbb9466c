package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainTest {

  /** More than nested ones would find room for on the stack. */
  private static final int RUNS = 1_000_000;

  private final Drain drain = new Drain(this::run);
  private int runs;
  private boolean running;

  private void run() {
    assertThat(running).isFalse();
    running = true;
    runs++;
    if (runs < RUNS) {
      drain.request();
      drain.request();
    }
    running = false;
  }

  @Test
  void requestsWithinARunAreServedByOneFurtherRunAfterIt() {
    drain.request();
    assertThat(runs).isEqualTo(RUNS);

    drain.request();
    assertThat(runs).isEqualTo(RUNS + 1);
  }
}
