package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where one rule ends and the next begins, to the nanosecond and to the answer. */
class CongestionEdgesTest {

  private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(250);

  private long now = 1000;

  /** Refused at 4; from 3 the first answer adds a tenth, and 45 of a fiftieth follow it. */
  @Test
  void theCarefulBandBeginsAboveThreeQuartersOfTheRefusedLimit() {
    Congestion congestion = refusedAt(4, 8);
    bound(congestion, 3);

    succeed(congestion, 11);
    assertThat(room(congestion)).isEqualTo(3);
    succeed(congestion, 47);
    assertThat(room(congestion)).isEqualTo(4);
  }

  /** Refused at 12; from 15 the first answer adds a fifteenth, and 15 follow it. */
  @Test
  void theCarefulBandEndsBelowFiveQuartersOfTheRefusedLimit() {
    Congestion congestion = refusedAt(12, 20);
    bound(congestion, 15);

    succeed(congestion, 59);
    assertThat(room(congestion)).isEqualTo(15);
    succeed(congestion, 16);
    assertThat(room(congestion)).isEqualTo(16);
  }

  /** A tenth of itself: 0.25, then 0.275, of round trips of 10 ms. */
  @Test
  void aLimitBelowOneGrowsByATenthOfItself() {
    Congestion congestion = new Congestion(1);
    succeed(congestion, 1);
    refuse(congestion, now);
    now += BREATH;
    refuse(congestion, now);
    now += BREATH;

    succeed(congestion, 1);

    assertThat(spacing(congestion)).isEqualTo((long) (QUICK / 0.275));
  }

  @Test
  void whatIsSentInTheNanosecondOfARefusalIsNotOfItsBurst() {
    Congestion congestion = new Congestion(1);
    succeed(congestion, 1);

    refuse(congestion, now);
    refuse(congestion, now);

    now += BREATH;
    assertThat(spacing(congestion)).as("halved twice").isEqualTo(4 * QUICK);
  }

  /** Of 40, as of one burst, half would be left. */
  @Test
  void whatIsSentInTheNanosecondOfTheBoundIsNotOfItsBurst() {
    Congestion congestion = new Congestion(40);
    enter(congestion, 40);
    for (int request = 0; request < 40; request++) {
      congestion.tooManyAtOnce(now, now);
      congestion.leave();
    }

    assertThat(room(congestion)).isEqualTo(1);
  }

  @Test
  void theBoundGrowsWithTheLastOfItsAnswers() {
    Congestion congestion = new Congestion(8);
    bound(congestion, 5);

    succeed(congestion, 2 * 5 - 1);
    assertThat(room(congestion)).isEqualTo(5);
    succeed(congestion, 1);
    assertThat(room(congestion)).isEqualTo(6);
  }

  @Test
  void aPauseIsToldAgainFromASecondMoreOn() {
    Congestion congestion = new Congestion(8);
    Duration told = Duration.ofSeconds(2);
    pause(congestion, told);

    assertThat(pause(congestion, told.plusMillis(1000).minusNanos(1))).isEmpty();
    assertThat(pause(congestion, told.plusMillis(1000))).contains(told.plusMillis(1000));
  }

  @Test
  void aPauseOfNothingIsNotTold() {
    Congestion congestion = new Congestion(8);

    assertThat(pause(congestion, Duration.ZERO)).isEmpty();
    assertThat(congestion.pausedFor(now)).isZero();
    assertThat(congestion.admits(now)).isTrue();
  }

  /** Its bound is high enough to grow from there. */
  private Congestion refusedAt(int limit, int max) {
    Congestion congestion = new Congestion(max);
    bound(congestion, limit);
    refuse(congestion, now);
    now += BREATH;
    succeed(congestion, 1000);
    return congestion;
  }

  /** Refuses the last of so many, and one. */
  private void bound(Congestion congestion, int bound) {
    now++;
    enter(congestion, bound + 1);
    congestion.tooManyAtOnce(now, now);
    leave(congestion, bound + 1);
    assertThat(room(congestion)).isEqualTo(bound);
  }

  private int room(Congestion congestion) {
    int room = 0;
    while (congestion.admits(now)) {
      enter(congestion, 1);
      room++;
    }
    leave(congestion, room);
    return room;
  }

  private long spacing(Congestion congestion) {
    enter(congestion, 1);
    leave(congestion, 1);
    return congestion.closedFor(now);
  }

  private void enter(Congestion congestion, int requests) {
    for (int request = 0; request < requests; request++) {
      congestion.enter(now);
    }
  }

  private static void leave(Congestion congestion, int requests) {
    for (int request = 0; request < requests; request++) {
      congestion.leave();
    }
  }

  private void refuse(Congestion congestion, long entered) {
    assertThat(congestion.slowDown(Optional.empty(), entered, now)).isEmpty();
  }

  private Optional<Duration> pause(Congestion congestion, Duration wait) {
    return congestion.slowDown(Optional.of(wait), now, now);
  }

  private static void succeed(Congestion congestion, int answers) {
    for (int answer = 0; answer < answers; answer++) {
      congestion.succeeded(false, QUICK);
    }
  }
}
