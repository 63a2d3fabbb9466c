package io.github.fetchcharacters.compare.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Turns;
import io.github.fetchcharacters.compare.measurement.Work.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class MeasuringLoopTest {

  private static final Item RICK = new Item(1, "Rick");
  private static final Item MORTY = new Item(2, "Morty");

  private final ScriptedSubject.Clock clock = new ScriptedSubject.Clock();
  private final List<String> trace = new ArrayList<>();
  private final MeasuringLoop loop = loop(new EqualWork(MeasuringLoopTest::difference));

  private MeasuringLoop loop(EqualWork equalWork) {
    return new MeasuringLoop(() -> clock.nanos, clock.meter(), equalWork, RoundListener.NONE);
  }

  private static String difference(String a, String b) {
    return a.equalsIgnoreCase(b) ? "" : "name is " + a + " and " + b;
  }

  private static List<Series> measure(
      MeasuringLoop loop, List<Subject> subjects, int warmup, int counted) {
    return loop.measure(subjects, new Rounds(warmup, counted), subjects.get(0).parameters().mode());
  }

  private Subject subject(String mode, IntFunction<Work> work) {
    return new ScriptedSubject(mode, clock, trace, work);
  }

  private Subject subject(String mode, Item... items) {
    return subject(mode, turn -> ScriptedSubject.brought(items));
  }

  @Test
  void eachRoundRunsEveryModeOnceInABalancedOrder() throws Exception {
    measure(loop, List.of(subject("a", RICK), subject("b", RICK), subject("c", RICK)), 1, 3);
    assertThat(trace).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b", "c", "b", "a");
  }

  @Test
  void eachTurnHearsBeforeItStartsWhetherItCounts() throws Exception {
    ScriptedSubject subject =
        new ScriptedSubject("a", clock, trace, turn -> ScriptedSubject.brought(RICK));
    measure(loop, List.of(subject), 2, 3);
    assertThat(subject.warmups()).containsExactly(true, true, false, false, false);
  }

  @Test
  void onlyTheWorkItselfIsTimedAndWarmUpRoundsAreNotCounted() throws Exception {
    List<Series> series = measure(loop, List.of(subject("a", RICK), subject("b", RICK)), 1, 2);
    Counts counts = new Counts(1, 0, 0, 1L, "HTTP/1.1");
    assertThat(series)
        .containsExactly(
            new Series(
                Parameters.of("a"),
                List.of(Turns.of(1, 1, 1, 0.1, 0.01, counts)),
                List.of(
                    Turns.of(1, 2, 2, 0.2, 0.02, counts), Turns.of(2, 1, 3, 0.3, 0.03, counts))),
            new Series(
                Parameters.of("b"),
                List.of(Turns.of(1, 2, 1, 0.1, 0.01, counts)),
                List.of(
                    Turns.of(1, 1, 2, 0.2, 0.02, counts), Turns.of(2, 2, 3, 0.3, 0.03, counts))));
  }

  @Test
  void recordsThatSayTheSameAreEqual() throws Exception {
    Item shouting = new Item(1, "RICK");
    assertThat(measure(loop, List.of(subject("a", RICK), subject("b", shouting)), 0, 1)).hasSize(2);
  }

  @Test
  void differentRecordsAreRefusedWithIdsAndModes() {
    Item impostor = new Item(2, "Evil Morty");
    assertThat(
            refusal(
                subject("sync", RICK, MORTY),
                subject("threads", RICK, impostor),
                subject("async", RICK, MORTY)))
        .containsExactly(
            "character 2: name is Morty and Evil Morty from sync and async and from threads");
  }

  @Test
  void recordsInAnotherOrderAreRefused() {
    assertThat(refusal(subject("sync", RICK, MORTY), subject("async", MORTY, RICK)))
        .containsExactly(
            "record 1: character 1 from sync, character 2 from async",
            "record 2: character 2 from sync, character 1 from async");
  }

  @Test
  void aMissingRecordIsRefused() {
    assertThat(refusal(subject("sync", RICK, MORTY), subject("async", RICK)))
        .containsExactly("record 2: character 2 from sync, nothing from async");
  }

  @Test
  void aFailureIsRefusedAtOnceEvenInALaterRound() {
    IntFunction<Work> failsInRoundTwo =
        turn ->
            turn < 2
                ? ScriptedSubject.brought(RICK)
                : new Work(
                    List.of(), List.of("character 1: 404"), new Counts(1, 0, 0, 0L, "HTTP/1.1"));
    List<Subject> subjects = List.of(subject("sync", failsInRoundTwo), subject("async", RICK));
    UnequalWorkException refusal =
        catchThrowableOfType(UnequalWorkException.class, () -> measure(loop, subjects, 0, 5));
    assertThat(refusal)
        .hasMessage("sync did not bring every record in round 2, so there is nothing to compare");
    assertThat(refusal.details()).containsExactly("character 1: 404");
    assertThat(trace).containsExactly("sync", "async", "async", "sync");
  }

  @Test
  void whatTheWarmUpBringsIsCheckedToo() {
    List<Subject> subjects =
        List.of(
            subject("sync", RICK),
            subject("async", turn -> ScriptedSubject.brought(turn == 1 ? MORTY : RICK)));
    UnequalWorkException refusal =
        catchThrowableOfType(UnequalWorkException.class, () -> measure(loop, subjects, 1, 1));
    assertThat(refusal).hasMessage("the modes brought different records in warm-up round 1");
    assertThat(trace).hasSize(2);
  }

  @Test
  void everyPlaceOfTheOrderIsTakenEquallyOften() throws Exception {
    List<Series> series =
        measure(loop, List.of(subject("a", RICK), subject("b", RICK), subject("c", RICK)), 6, 6);
    assertThat(series)
        .allSatisfy(
            one ->
                assertThat(one.turns().stream().mapToInt(Turn::position).sum())
                    .as(one.mode().toLowerCase(Locale.ROOT))
                    .isEqualTo(2 * (1 + 2 + 3)));
  }

  @Test
  void aRecordThatChangesBetweenRoundsIsRefused() {
    IntFunction<Work> changes = turn -> ScriptedSubject.brought(turn < 3 ? RICK : new Item(1, "x"));
    List<Subject> subjects = List.of(subject("sync", changes), subject("async", changes));
    UnequalWorkException refusal =
        catchThrowableOfType(
            UnequalWorkException.class, () -> loop.measure(subjects, new Rounds(1, 5), "sync"));

    assertThat(refusal).hasMessage("the records changed between warm-up round 1 and round 2");
    assertThat(refusal.details())
        .containsExactly("character 1: name is Rick and x from warm-up round 1 and from round 2");
  }

  @Test
  void theListenerHearsOfEachTurnBeforeIt() {
    List<String> heard = new ArrayList<>();
    MeasuringLoop telling =
        new MeasuringLoop(
            () -> clock.nanos,
            clock.meter(),
            new EqualWork(MeasuringLoopTest::difference),
            (warmup, round, mode) -> heard.add(trace.size() + " " + warmup + round + mode));

    measure(telling, List.of(subject("a", RICK), subject("b", RICK)), 1, 1);

    assertThat(heard).containsExactly("0 true1a", "1 true1b", "2 false1b", "3 false1a");
  }

  @Test
  void aRefusalHoldsWhatWasMeasuredUntilThen() {
    IntFunction<Work> failsInTurnThree =
        turn ->
            turn < 3
                ? ScriptedSubject.brought(RICK)
                : new Work(
                    List.of(), List.of("character 1: 404"), new Counts(1, 0, 0, 0L, "HTTP/1.1"));
    List<Subject> subjects = List.of(subject("sync", failsInTurnThree), subject("async", RICK));
    UnequalWorkException refusal =
        catchThrowableOfType(UnequalWorkException.class, () -> measure(loop, subjects, 1, 5));

    assertThat(refusal.measured())
        .extracting(Series::label, one -> one.warmups().size(), one -> one.turns().size())
        .containsExactly(tuple("sync", 1, 2), tuple("async", 1, 1));
    assertThat(refusal.measured().get(0).seconds()).containsExactly(2, 3);
  }

  private List<String> refusal(Subject... subjects) {
    return catchThrowableOfType(
            UnequalWorkException.class, () -> measure(loop, List.of(subjects), 0, 1))
        .details();
  }
}
