package io.github.fetchcharacters.demo;

import static io.github.fetchcharacters.demo.SettingsFixture.AT_ONCE;
import static io.github.fetchcharacters.demo.SettingsFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fetchcharacters.demo.FaultPlan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final int REQUESTS = 10_000;
  private static final Duration LATENCY = Duration.ofMillis(200);

  @Test
  void letsEveryRequestPassWithoutRates() {
    assertThat(faults(AT_ONCE)).containsOnly(Fault.NONE);
  }

  @Test
  void keepsToTheRates() {
    List<Fault> faults = faults(settings(FaultPlanTest::faulty));

    assertThat(Collections.frequency(faults, Fault.RESET)).isCloseTo(1000, within(150));
    assertThat(Collections.frequency(faults, Fault.INTERNAL_ERROR)).isCloseTo(1000, within(150));
    assertThat(Collections.frequency(faults, Fault.UNAVAILABLE)).isCloseTo(1000, within(150));
  }

  @Test
  void letsNoRequestPassIfTheRatesAddUpToOne() {
    DemoSettings settings = settings(it -> it.errorRate = 0.5, it -> it.resetRate = 0.5);

    assertThat(faults(settings)).doesNotContain(Fault.NONE);
  }

  @Test
  void treatsTheSameRequestsTheSameForTheSameSeedOnly() {
    List<Fault> faults = faults(settings(FaultPlanTest::faulty));

    assertThat(faults(settings(FaultPlanTest::faulty, it -> it.latency = Duration.ofMillis(1))))
        .isEqualTo(faults);
    assertThat(faults(settings(FaultPlanTest::faulty, it -> it.seed = 43))).isNotEqualTo(faults);
  }

  @Test
  void spreadsTheDelayEvenlyOverTheJitter() {
    FaultPlan plan =
        new FaultPlan(
            settings(it -> it.latency = LATENCY, it -> it.jitter = Duration.ofMillis(100)));
    LongSummaryStatistics millis = new LongSummaryStatistics();
    for (int request = 0; request < REQUESTS; request++) {
      millis.accept(Duration.ofNanos(plan.delayOf(request)).toMillis());
    }

    assertThat(millis.getMin()).isEqualTo(200);
    assertThat(millis.getMax()).isEqualTo(299);
    assertThat(millis.getAverage()).isCloseTo(250, within(3.0));
  }

  @Test
  void waitsTheLatencyExactlyWithoutJitter() {
    assertThat(new FaultPlan(DemoSettings.withLatency(LATENCY)).delayOf(7)).isEqualTo(200_000_000);
  }

  private static List<Fault> faults(DemoSettings settings) {
    FaultPlan plan = new FaultPlan(settings);
    List<Fault> faults = new ArrayList<>();
    for (int request = 0; request < REQUESTS; request++) {
      faults.add(plan.faultOf(request));
    }
    return faults;
  }

  private static void faulty(SettingsFixture settings) {
    settings.errorRate = 0.2;
    settings.resetRate = 0.1;
  }
}
