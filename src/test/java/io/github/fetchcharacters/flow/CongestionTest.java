package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The room for requests after the server's answers; the time is the test's. */
class CongestionTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long BREATH = millis(250);

  private long now = millis(1000);

  @Test
  void admitsUpToItsBound() {
    Congestion congestion = new Congestion(5);

    assertThat(room(congestion)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void hasRoomForOneAtLeast(int max) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Congestion(max));
  }

  @Test
  void aRefusalHalvesAndLetsAQuarterOfASecondPass() {
    Congestion congestion = new Congestion(40);

    assertThat(refuse(congestion, now)).isEmpty();

    assertThat(congestion.closedFor(now)).isEqualTo(BREATH);
    assertThat(congestion.pausedFor(now)).as("no pause by a server").isNotPositive();
    assertThat(congestion.admits(now + BREATH - 1)).isFalse();
    now += BREATH;
    assertThat(room(congestion)).isEqualTo(20);
  }

  @Test
  void eachFurtherRefusalHalvesAgain() {
    Congestion congestion = new Congestion(40);
    refuseAfterTheBreath(congestion, 3);

    assertThat(room(congestion)).isEqualTo(5);
  }

  /** All of a burst were sent before the first refusal; the limit ends at one, not below. */
  @Test
  void aBurstStopsAtOneAndBreathesOnce() {
    Congestion congestion = new Congestion(64);
    answerQuickly(congestion);
    long sent = now;
    now += millis(10);
    refuse(congestion, sent);
    long opens = now + BREATH;
    for (int refusal = 0; refusal < 20; refusal++) {
      now += millis(1);
      refuse(congestion, sent);
    }

    assertThat(congestion.closedFor(now)).isEqualTo(opens - now);
    now = opens;
    assertThat(room(congestion)).isEqualTo(1);
    congestion.enter(now);
    congestion.leave();
    assertThat(congestion.closedFor(now)).as("a limit of one is not spaced").isNotPositive();
  }

  @Test
  void belowOneRequestsAreSpaced() {
    Congestion congestion = new Congestion(1);
    answerQuickly(congestion);
    refuseAfterTheBreath(congestion, 2);

    assertThat(congestion.admits(now)).isTrue();
    congestion.enter(now);
    congestion.leave();

    assertThat(congestion.closedFor(now))
        .as("a round trip of 10 ms by a quarter")
        .isEqualTo(millis(40));
    now += millis(40);
    assertThat(congestion.admits(now)).isTrue();
  }

  @Test
  void theSpacingIsAQuarterOfASecondAtMost() {
    Congestion congestion = new Congestion(1);
    answerQuickly(congestion);
    refuseAfterTheBreath(congestion, 50);

    congestion.enter(now);
    congestion.leave();

    assertThat(congestion.closedFor(now)).isBetween(BREATH - 1000, BREATH);
  }

  @Test
  void aSlowServerIsNotSpacedFurther() {
    Congestion congestion = new Congestion(1);
    congestion.succeeded(false, millis(400));
    refuseAfterTheBreath(congestion, 10);

    congestion.enter(now);
    congestion.leave();

    assertThat(congestion.closedFor(now)).isNotPositive();
  }

  /** Away from the refused limit: one for each limit's worth of answers. */
  @Test
  void answersAddOneForEachLimitsWorth() {
    Congestion congestion = new Congestion(1000);
    refuseAfterTheBreath(congestion, 4);
    assertThat(room(congestion)).isEqualTo(62);

    succeed(congestion, 63);

    assertThat(room(congestion)).isEqualTo(63);
  }

  @Test
  void anAnswerAddsATenthAtMost() {
    Congestion congestion = new Congestion(64);
    long sent = now++;
    for (int refusal = 0; refusal < 6; refusal++) {
      refuse(congestion, sent);
    }
    now += BREATH;
    assertThat(room(congestion)).isEqualTo(1);

    succeed(congestion, 9);
    assertThat(room(congestion)).isEqualTo(1);

    succeed(congestion, 2);
    assertThat(room(congestion)).isEqualTo(2);
  }

  /** Refused at 8: from 6 on an answer adds a fiftieth; from 4 to 6 a tenth. */
  @Test
  void nearTheRefusedLimitItGrowsWithCare() {
    Congestion congestion = new Congestion(8);
    refuseAfterTheBreath(congestion, 1);
    assertThat(room(congestion)).isEqualTo(4);
    succeed(congestion, 21);
    assertThat(room(congestion)).isEqualTo(6);

    succeed(congestion, 40);
    assertThat(room(congestion)).isEqualTo(6);
    succeed(congestion, 20);
    assertThat(room(congestion)).isEqualTo(7);
  }

  @Test
  void neverGrowsBeyondItsBound() {
    Congestion congestion = new Congestion(8);
    refuseAfterTheBreath(congestion, 1);
    succeed(congestion, 1000);

    assertThat(room(congestion)).isEqualTo(8);
  }

  @Test
  void aPauseThatWasAskedForClosesAndIsReportedOnce() {
    Congestion congestion = new Congestion(40);

    assertThat(refuse(congestion, Duration.ofSeconds(2))).contains(Duration.ofSeconds(2));
    now += millis(500);
    assertThat(refuse(congestion, Duration.ofSeconds(1))).isEmpty();
    assertThat(congestion.pausedFor(now))
        .as("a shorter one changes nothing")
        .isEqualTo(millis(1500));
    assertThat(refuse(congestion, Duration.ofSeconds(2))).isEmpty();
    assertThat(congestion.pausedFor(now)).as("a longer one does").isEqualTo(millis(2000));
    assertThat(congestion.admits(now + millis(2000) - 1)).isFalse();
    assertThat(congestion.admits(now + millis(2000))).isTrue();
  }

  @Test
  void aPauseThatGrowsByASecondOrMoreIsReportedAgain() {
    Congestion congestion = new Congestion(40);
    refuse(congestion, Duration.ofSeconds(2));
    now += millis(1500);

    assertThat(refuse(congestion, Duration.ofSeconds(30))).contains(Duration.ofSeconds(30));
    assertThat(congestion.pausedFor(now)).isEqualTo(millis(30_000));
  }

  /** As of a burst whose answers come one after another; measured from the last report. */
  @Test
  void growthInSmallStepsIsReportedWhenItIsASecondInAll() {
    Congestion congestion = new Congestion(40);
    refuse(congestion, Duration.ofSeconds(2));

    now += millis(600);
    assertThat(refuse(congestion, Duration.ofSeconds(2))).isEmpty();
    now += millis(600);
    assertThat(refuse(congestion, Duration.ofSeconds(2))).contains(Duration.ofSeconds(2));
    now += millis(600);
    assertThat(refuse(congestion, Duration.ofSeconds(2))).isEmpty();
  }

  @Test
  void theNextPauseIsReportedAgain() {
    Congestion congestion = new Congestion(40);
    refuse(congestion, Duration.ofSeconds(1));
    now += millis(1000);

    assertThat(refuse(congestion, Duration.ofSeconds(1))).contains(Duration.ofSeconds(1));
  }

  /** One, then two, then four: each answer of use admits one more, up to a quarter of before. */
  @Test
  void startsSlowlyAfterAPause() {
    Congestion congestion = new Congestion(40);
    refuse(congestion, Duration.ofSeconds(1));
    now += millis(1000);
    assertThat(room(congestion)).isEqualTo(1);

    for (int round = 1; round <= 8; round *= 2) {
      assertThat(room(congestion)).isEqualTo(round);
      succeed(congestion, Math.min(round, 10 - round));
    }
    assertThat(room(congestion)).isEqualTo(10);
    succeed(congestion, 5);
    assertThat(room(congestion)).as("no longer by one each").isEqualTo(10);
  }

  @Test
  void aPauseBeyondTheLongestIsNotHeededButTakenForARefusal() {
    Congestion congestion = new Congestion(40, LONGEST);

    assertThat(refuse(congestion, LONGEST.plusNanos(1))).isEmpty();

    assertThat(congestion.closedFor(now)).isEqualTo(BREATH);
    assertThat(refuse(new Congestion(40, LONGEST), LONGEST)).contains(LONGEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 100, 101, 1000})
  void overHttp2AHundredAtMost(int max) {
    Congestion congestion = new Congestion(max);
    congestion.succeeded(false, millis(10));
    assertThat(room(congestion)).isEqualTo(max);

    congestion.succeeded(true, millis(10));

    assertThat(room(congestion)).isEqualTo(Math.min(max, 100));
    succeed(congestion, 5000);
    assertThat(room(congestion)).isEqualTo(Math.min(max, 100));
  }

  @Test
  void tooManyStreamsBoundIt() {
    Congestion congestion = new Congestion(50);
    for (int request = 0; request < 31; request++) {
      congestion.enter(now);
    }

    congestion.tooManyAtOnce(now, now);

    assertThat(congestion.admits(now)).isFalse();
    for (int request = 0; request < 31; request++) {
      congestion.leave();
    }
    assertThat(room(congestion)).isEqualTo(30);
    succeed(congestion, 2 * 30 - 1);
    assertThat(room(congestion)).isEqualTo(30);
    succeed(congestion, 60);
    assertThat(room(congestion)).isEqualTo(31);
  }

  /** All of a burst were sent before the first refusal, and all are refused. */
  @Test
  void aBurstOfTooManyAtOnceHalvesAtMost() {
    Congestion congestion = new Congestion(50);
    long sent = now;
    int burst = enterAll(congestion);
    for (int request = 0; request < burst; request++) {
      now++;
      congestion.tooManyAtOnce(sent, now);
      congestion.leave();
    }
    assertThat(room(congestion)).isEqualTo(25);

    succeed(congestion, 5000);
    assertThat(room(congestion)).as("it widens again").isEqualTo(50);
  }

  /** A server with a limit of streams, in rounds of as many requests as the window admits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 30, 49})
  void findsTheServersBoundInAFewRoundsAndSeldomTriesMore(int serverMax) {
    Congestion congestion = new Congestion(50);
    int refused = 0;
    int answered = 0;
    for (int round = 0; round < 10; round++) {
      refused += refusedOfRound(congestion, serverMax);
    }
    assertThat(refused).isLessThan(2 * 50 + 10);
    assertThat(room(congestion)).isBetween(serverMax, serverMax + 1);

    refused = 0;
    while (answered < 100_000) {
      int served = Math.min(room(congestion), serverMax);
      refused += refusedOfRound(congestion, serverMax);
      answered += served;
      assertThat(served).isBetween(Math.max(1, serverMax / 2), serverMax);
    }
    assertThat(refused).isLessThan(10 + answered / (32 * serverMax));
  }

  /** The server answers the requests that it takes after it has refused the others. */
  private int refusedOfRound(Congestion congestion, int serverMax) {
    long sent = now;
    int burst = enterAll(congestion);
    int refused = Math.max(0, burst - serverMax);
    for (int request = 0; request < refused; request++) {
      now++;
      congestion.tooManyAtOnce(sent, now);
      congestion.leave();
    }
    now++;
    for (int request = refused; request < burst; request++) {
      succeed(congestion, 1);
      congestion.leave();
    }
    return refused;
  }

  private int enterAll(Congestion congestion) {
    int entered = 0;
    while (congestion.admits(now)) {
      congestion.enter(now);
      entered++;
    }
    return entered;
  }

  @Test
  void tooManyAtOnceLeaveRoomForOne() {
    Congestion congestion = new Congestion(50);
    congestion.enter(now);
    congestion.tooManyAtOnce(now, now);
    congestion.leave();

    assertThat(room(congestion)).isEqualTo(1);
  }

  /** Counts the further requests that it admits now; they leave before this returns. */
  private int room(Congestion congestion) {
    int entered = 0;
    while (congestion.admits(now)) {
      congestion.enter(now);
      entered++;
    }
    for (int request = 0; request < entered; request++) {
      congestion.leave();
    }
    return entered;
  }

  private void refuseAfterTheBreath(Congestion congestion, int times) {
    for (int refusal = 0; refusal < times; refusal++) {
      refuse(congestion, now);
      now += BREATH;
    }
  }

  private Optional<Duration> refuse(Congestion congestion, long entered) {
    return congestion.slowDown(Optional.empty(), entered, now);
  }

  private Optional<Duration> refuse(Congestion congestion, Duration wait) {
    return congestion.slowDown(Optional.of(wait), now, now);
  }

  private static void answerQuickly(Congestion congestion) {
    succeed(congestion, 1);
  }

  private static void succeed(Congestion congestion, int answers) {
    for (int answer = 0; answer < answers; answer++) {
      congestion.succeeded(false, millis(10));
    }
  }

  private static long millis(long count) {
    return TimeUnit.MILLISECONDS.toNanos(count);
  }
}
