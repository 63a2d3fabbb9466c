package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.Statistics;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All turns of one mode; in a sweep, of one mode at one value.
 *
 * @param warmups not counted
 * @param turns the counted ones in the order of the rounds; at least one but in a refused
 *     comparison
 */
public record Series(Parameters parameters, List<Turn> warmups, List<Turn> turns) {

  /** Copies the lists. */
  public Series {
    warmups = List.copyOf(warmups);
    turns = List.copyOf(turns);
  }

  /** The mode's name. */
  public String mode() {
    return parameters.mode();
  }

  /** For people, see {@link Parameters#label}. */
  public String label() {
    return parameters.label();
  }

  /** The fetch times in seconds, by round. */
  public double[] seconds() {
    return values(Turn::seconds);
  }

  /** The fetch times, in seconds. */
  public Summary times() {
    return Statistics.summary(seconds());
  }

  /** CPU time of all turns ÷ their wall time: 1 is one busy core; NaN where unknown. */
  public double cpuUse() {
    return sum(Usage::cpuSeconds) / wallSeconds();
  }

  /** Requests of a typical turn: the median. */
  public double requests() {
    return Statistics.summary(values(turn -> turn.counts().requests())).median();
  }

  /** Repeated attempts of all counted turns. */
  public long retries() {
    return turns.stream().mapToLong(turn -> turn.counts().retries()).sum();
  }

  /** Requests sent again, of all counted turns: see {@link Counts#resent}. */
  public long resent() {
    return turns.stream().mapToLong(turn -> turn.counts().resent()).sum();
  }

  /** Connections opened in all counted turns; null where the JVM does not say. */
  public @Nullable Long connections() {
    long sum = 0;
    for (Turn turn : turns) {
      Long opened = turn.counts().connections();
      if (opened == null) {
        return null;
      }
      sum += opened;
    }
    return sum;
  }

  /** Counted rounds in which connections were opened; 0 also where the JVM does not say. */
  public long roundsThatConnected() {
    return turns.stream()
        .map(turn -> turn.counts().connections())
        .filter(opened -> opened != null && opened > 0)
        .count();
  }

  /**
   * For how long the JVM's compiler worked ÷ wall time; NaN where unknown. It is no share of the
   * CPU time: the JVM has the compiler's time by the wall clock, which holds waits for a core.
   */
  public double compilerUse() {
    return sum(Usage::compilerSeconds) / wallSeconds();
  }

  /** Wall time of all turns. */
  public double wallSeconds() {
    return Arrays.stream(seconds()).sum();
  }

  /** CPU time of all turns; NaN where unknown. */
  public double cpuSeconds() {
    return sum(Usage::cpuSeconds);
  }

  /** Most platform threads that lived at once in a typical turn: the median; NaN where unknown. */
  public double peakThreads() {
    return median(Usage::peakThreads);
  }

  /** Those of them that carried virtual threads: the median; NaN where unknown. */
  public double carriers() {
    return median(Usage::carriers);
  }

  /** Bytes that a typical turn allocated: the median; NaN where unknown. */
  public double allocatedBytes() {
    return median(Usage::allocatedBytes);
  }

  /** The protocol of the last turn. */
  public String protocol() {
    return turns.get(turns.size() - 1).counts().protocol();
  }

  /** The turn whose time is nearest to the median, the earlier of two. */
  public Turn typical() {
    double median = times().median();
    return turns.stream()
        .min(Comparator.comparingDouble(turn -> Math.abs(turn.seconds() - median)))
        .orElseThrow();
  }

  private double sum(ToDoubleFunction<Usage> value) {
    return turns.stream().map(Turn::usage).mapToDouble(value).sum();
  }

  private double median(ToDoubleFunction<Usage> value) {
    return Statistics.summary(values(turn -> value.applyAsDouble(turn.usage()))).median();
  }

  private double[] values(ToDoubleFunction<Turn> value) {
    return turns.stream().mapToDouble(value).toArray();
  }
}
