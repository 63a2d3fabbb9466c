package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of the window after whatever a server says. */
class CongestionPropertiesTest {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(250);

  private enum Kind {
    ENTER,
    SUCCEED,
    SUCCEED_OVER_HTTP2,
    REFUSE,
    ASK_FOR_A_PAUSE,
    TOO_MANY
  }

  /**
   * What happens next.
   *
   * @param micros how long after the signal before; of a pause, how many milliseconds it asks for
   */
  record Signal(Kind kind, int micros) {}

  /** A server and its client: each answer is of the request that started first. */
  private static final class Run {

    private final Congestion congestion;
    private final Queue<Long> inFlight = new ArrayDeque<>();
    private long now;

    /**
     * @param start of the clock, whose origin is arbitrary
     */
    Run(int max, long start) {
      congestion = new Congestion(max, LONGEST_PAUSE);
      now = start;
    }

    void take(List<Signal> signals) {
      signals.forEach(this::take);
    }

    private void take(Signal signal) {
      now += TimeUnit.MICROSECONDS.toNanos(signal.micros());
      if (signal.kind() != Kind.ENTER) {
        answer(signal);
      } else if (congestion.admits(now)) {
        enter();
      }
      assertThat(congestion.closedFor(now))
          .as("closed for, after %s", signal)
          .isLessThanOrEqualTo(Math.max(BREATH, LONGEST_PAUSE.toNanos()));
    }

    private void enter() {
      congestion.enter(now);
      inFlight.add(now);
    }

    private void answer(Signal signal) {
      Long entered = inFlight.peek();
      if (entered == null) {
        return;
      }
      switch (signal.kind()) {
        case SUCCEED -> congestion.succeeded(false, now - entered);
        case SUCCEED_OVER_HTTP2 -> congestion.succeeded(true, now - entered);
        case REFUSE -> congestion.slowDown(Optional.empty(), entered, now);
        case TOO_MANY -> congestion.tooManyAtOnce(entered, now);
        default ->
            congestion.slowDown(Optional.of(Duration.ofMillis(signal.micros())), entered, now);
      }
      leave();
    }

    private void leave() {
      congestion.leave();
      inFlight.remove();
    }

    void leaveAll() {
      while (!inFlight.isEmpty()) {
        leave();
      }
    }

    void untilOpen() {
      now += Math.max(0, congestion.closedFor(now));
    }

    /** How many requests it admits just now. */
    int room() {
      int room = 0;
      while (congestion.admits(now)) {
        enter();
        room++;
      }
      return room;
    }

    /** For how long it closes after a request. */
    long spacing() {
      enter();
      leaveAll();
      return congestion.closedFor(now);
    }
  }

  @Provide
  Arbitrary<List<Signal>> signals() {
    // Half of them start a request: else there would be few to answer.
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(Kind.ENTER)), Tuple.of(5, Arbitraries.of(Kind.class)));
    return Combinators.combine(kinds, Arbitraries.integers().between(1, 40_000))
        .as(Signal::new)
        .list()
        .ofMaxSize(200);
  }

  @Property
  void admitsOneToItsMaxOnceItsPauseIsOver(
      @ForAll("signals") List<Signal> signals,
      @ForAll @IntRange(min = 1, max = 30) int max,
      @ForAll long start) {
    Run run = new Run(max, start);
    run.take(signals);
    run.leaveAll();
    run.untilOpen();

    assertThat(run.room()).isBetween(1, max);
  }

  @Property
  void spacesRequestsByAQuarterOfASecondAtMost(
      @ForAll("signals") List<Signal> signals, @ForAll @IntRange(min = 1, max = 30) int max) {
    Run run = new Run(max, 0);
    run.take(signals);
    run.leaveAll();
    run.untilOpen();

    assertThat(run.spacing()).isLessThanOrEqualTo(BREATH);
  }

  /** 64 answers for each place of each bound, and some for a limit below one. */
  @Property(tries = 200)
  void recoversToItsMax(
      @ForAll("signals") List<Signal> signals, @ForAll @IntRange(min = 1, max = 30) int max) {
    Run run = new Run(max, 0);
    run.take(signals);
    run.leaveAll();
    run.untilOpen();
    for (int answer = 0; answer < 64 * max * max / 2 + 64 * max + 1000; answer++) {
      run.congestion.succeeded(false, TimeUnit.MILLISECONDS.toNanos(10));
    }

    assertThat(run.room()).isEqualTo(max);
  }

  /** All of a burst were sent before its first refusal. */
  @Property
  void aBurstOfRefusalsBreathesOnceAndSpacesNoFurtherThanItsFirst(
      @ForAll("signals") List<Signal> signals,
      @ForAll @IntRange(min = 1, max = 30) int max,
      @ForAll @IntRange(min = 2, max = 40) int burst) {
    Run one = afterABurst(signals, max, 1);
    Run all = afterABurst(signals, max, burst);

    assertThat(all.congestion.closedFor(one.now)).isEqualTo(one.congestion.closedFor(one.now));
    one.untilOpen();
    all.now = one.now;
    assertThat(all.spacing()).isEqualTo(one.spacing());
  }

  private static Run afterABurst(List<Signal> signals, int max, int burst) {
    Run run = new Run(max, 0);
    run.take(signals);
    run.leaveAll();
    run.untilOpen();
    long sent = run.now++;
    for (int refusal = 0; refusal < burst; refusal++) {
      run.congestion.slowDown(Optional.empty(), sent, run.now + refusal);
    }
    return run;
  }

  @Property
  void aBurstOfTooManyAtOnceLeavesRoomForHalf(
      @ForAll("signals") List<Signal> signals,
      @ForAll @IntRange(min = 1, max = 30) int max,
      @ForAll @IntRange(min = 0, max = 30) int served) {
    Run run = new Run(max, 0);
    run.take(signals);
    run.leaveAll();
    run.untilOpen();
    run.now++;
    int sent = run.room();
    run.now++;
    while (run.inFlight.size() > served) {
      run.answer(new Signal(Kind.TOO_MANY, 0));
    }
    run.leaveAll();
    run.untilOpen();

    assertThat(run.room()).isBetween(Math.max(1, sent / 2), sent);
  }
}
