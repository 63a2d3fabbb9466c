package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.statistics.PairedBootstrap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many rounds there are: numbers, or as many as the times need, within bounds.
 *
 * <p>The times are steady when in no mode the better of the last two rounds is more than 5 % below
 * the best before, and the JVM's compiler worked for no more than 5 % of the last. They are precise
 * when no interval of a ratio to the reference is wider than 5 % of the ratio.
 *
 * <p>The seconds are those of whole rounds, all modes and in a sweep all values together. They end
 * nothing before the fewest rounds: a round of long turns may take them all.
 *
 * @param warmup rounds to warm up, not negative; null for 3 rounds at least, and on until the times
 *     are steady, to at most 20 rounds or 10 s
 * @param counted rounds that count, at least 1; null for 10 rounds at least, and on until the times
 *     are precise, to at most 50 rounds or 30 s
 */
public record Rounds(@Nullable Integer warmup, @Nullable Integer counted) {

  private static final int MIN_WARMUP = 3;
  private static final int MAX_WARMUP = 20;
  private static final double MAX_WARMUP_SECONDS = 10;
  private static final int MIN_COUNTED = 10;
  private static final int MAX_COUNTED = 50;
  private static final double MAX_COUNTED_SECONDS = 30;
  private static final double TOLERANCE = 0.05;

  /**
   * Whether the rounds so far have warmed up every mode.
   *
   * @param modes the turns of each
   * @param seconds how long they took
   */
  boolean areWarm(List<List<Turn>> modes, double seconds) {
    int rounds = modes.get(0).size();
    if (warmup != null) {
      return rounds >= warmup;
    }
    boolean spent = rounds >= MAX_WARMUP || seconds >= MAX_WARMUP_SECONDS;
    return rounds >= MIN_WARMUP && (spent || modes.stream().allMatch(Rounds::isSteady));
  }

  private static boolean isSteady(List<Turn> turns) {
    int before = turns.size() - 2;
    Turn last = turns.get(turns.size() - 1);
    boolean compiles = last.usage().compilerSeconds() > TOLERANCE * last.seconds();
    return !compiles
        && best(turns.subList(before, turns.size()))
            >= (1 - TOLERANCE) * best(turns.subList(0, before));
  }

  private static double best(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::seconds).min().orElseThrow();
  }

  /**
   * Whether the rounds so far are enough.
   *
   * @param modes the turns of each
   * @param references the place of what each is compared with, its own for the reference
   * @param seconds how long they took
   */
  boolean areEnough(List<List<Turn>> modes, List<Integer> references, double seconds) {
    int rounds = modes.get(0).size();
    if (counted != null) {
      return rounds >= counted;
    }
    boolean spent = rounds >= MAX_COUNTED || seconds >= MAX_COUNTED_SECONDS;
    return rounds >= MIN_COUNTED && (spent || arePrecise(modes, references));
  }

  private static boolean arePrecise(List<List<Turn>> modes, List<Integer> references) {
    return IntStream.range(0, modes.size())
        .filter(place -> references.get(place) != place)
        .allMatch(place -> isPrecise(modes.get(references.get(place)), modes.get(place)));
  }

  private static boolean isPrecise(List<Turn> reference, List<Turn> turns) {
    return PairedBootstrap.ratioOfMeans(seconds(reference), seconds(turns)).relativeWidth()
        <= TOLERANCE;
  }

  private static double[] seconds(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::seconds).toArray();
  }
}
