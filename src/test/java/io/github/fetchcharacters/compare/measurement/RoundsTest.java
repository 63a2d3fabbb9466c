package io.github.fetchcharacters.compare.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Turns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Counts COUNTS = new Counts(3, 0, 0, 0L, "HTTP/1.1");

  /** The places of what each mode is compared with. */
  private static final List<Integer> FIRST = List.of(0, 0);

  private static final List<Integer> SECOND = List.of(1, 1);
  private final Rounds auto = new Rounds(null, null);

  private static List<Turn> turns(double compiler, double... seconds) {
    List<Turn> turns = new ArrayList<>();
    for (double time : seconds) {
      turns.add(Turns.of(turns.size() + 1, 1, time, time, compiler, COUNTS));
    }
    return turns;
  }

  private static List<Turn> same(int rounds, double seconds) {
    List<Turn> turns = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      turns.add(Turns.of(round, 1, seconds, seconds, 0, COUNTS));
    }
    return turns;
  }

  private boolean warm(double... seconds) {
    return auto.areWarm(List.of(turns(0, seconds)), 1);
  }

  @Test
  void aNumberFixesThem() {
    Rounds fixed = new Rounds(1, 4);

    assertThat(fixed.areWarm(List.of(List.of()), 0)).isFalse();
    assertThat(fixed.areWarm(List.of(turns(9, 5)), 99)).isTrue();
    assertThat(fixed.areEnough(List.of(same(3, 1)), FIRST, 99)).isFalse();
    assertThat(fixed.areEnough(List.of(same(4, 1)), FIRST, 0)).isTrue();
    assertThat(new Rounds(0, 1).areWarm(List.of(List.of()), 0)).isTrue();
  }

  @Test
  void theWarmUpGoesOnWhileTheTimesGetBetter() {
    assertThat(warm(2, 2)).as("too few").isFalse();
    assertThat(warm(2, 2, 1.89)).isFalse();
    assertThat(warm(2, 1.89, 2)).isFalse();
    assertThat(warm(2, 2, 1.9)).as("5 % below is steady").isTrue();
    assertThat(warm(2, 3, 4)).as("worse is steady").isTrue();
    assertThat(warm(9, 2, 2, 2)).isTrue();
  }

  @Test
  void oneModeThatGetsBetterIsEnoughToGoOn() {
    assertThat(auto.areWarm(List.of(turns(0, 2, 2, 2), turns(0, 3, 2, 1)), 1)).isFalse();
  }

  @Test
  void theWarmUpGoesOnWhileTheCompilerWorks() {
    assertThat(auto.areWarm(List.of(turns(0.11, 2, 2, 2)), 1)).isFalse();
    assertThat(auto.areWarm(List.of(turns(0.1, 2, 2, 2)), 1)).isTrue();
    assertThat(auto.areWarm(List.of(turns(Double.NaN, 2, 2, 2)), 1)).isTrue();
  }

  @Test
  void theWarmUpHasBounds() {
    List<Turn> compiling = turns(1, 2, 2, 2);

    assertThat(auto.areWarm(List.of(compiling), 9.9)).isFalse();
    assertThat(auto.areWarm(List.of(compiling), 10)).isTrue();
    assertThat(auto.areWarm(List.of(compiling.subList(0, 2)), 10)).isFalse();
    List<Turn> many = new ArrayList<>();
    for (int round = 1; round <= 19; round++) {
      many.add(Turns.of(round, 1, 1, 1, 1, COUNTS));
    }
    assertThat(auto.areWarm(List.of(many), 1)).isFalse();
    many.add(many.get(0));
    assertThat(auto.areWarm(List.of(many), 1)).isTrue();
  }

  @Test
  void tenSteadyRoundsAreEnough() {
    assertThat(auto.areEnough(List.of(same(9, 1), same(9, 2)), FIRST, 1)).isFalse();
    assertThat(auto.areEnough(List.of(same(10, 1), same(10, 2)), FIRST, 1)).isTrue();
    assertThat(auto.areEnough(List.of(same(9, 1)), FIRST, 99)).as("ten at least").isFalse();
    assertThat(auto.areEnough(List.of(same(10, 1)), FIRST, 1)).as("nothing to compare").isTrue();
  }

  @Test
  void wideIntervalsTakeMore() {
    List<Turn> wide = turns(0, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2);

    assertThat(auto.areEnough(List.of(same(10, 1), wide), FIRST, 29.9)).isFalse();
    assertThat(auto.areEnough(List.of(same(10, 1), wide), SECOND, 29.9)).isFalse();
    assertThat(auto.areEnough(List.of(same(10, 1), wide), FIRST, 30)).isTrue();
    assertThat(auto.areEnough(List.of(wide, wide), FIRST, 1)).as("slow together").isTrue();
    List<Turn> more = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      more.addAll(wide);
    }
    assertThat(auto.areEnough(List.of(same(49, 1), more.subList(0, 49)), FIRST, 1)).isFalse();
    assertThat(auto.areEnough(List.of(same(50, 1), more), FIRST, 1)).isTrue();
  }

  @Test
  void eachModeNeedsAPreciseRatioToItsOwnReference() {
    List<Turn> wide = turns(0, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
    List<List<Turn>> all = List.of(same(10, 1), wide, same(10, 2), wide);

    assertThat(auto.areEnough(all, List.of(0, 1, 0, 1), 1)).as("wide with wide").isTrue();
    assertThat(auto.areEnough(all, List.of(0, 1, 0, 0), 1)).isFalse();
  }
}
