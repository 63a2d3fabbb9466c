package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Turns;
import io.github.fetchcharacters.compare.Usage;
import io.github.fetchcharacters.compare.measurement.Work.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** Takes as long as its script says, on a clock that only it moves. */
final class ScriptedSubject implements Subject {

  /** Time that passes only when a subject lets it. */
  static final class Clock {
    long nanos;
    long cpuNanos;
    long compilerNanos;

    Meter meter() {
      return new Meter() {
        private long cpu;
        private long compiler;

        @Override
        public void start() {
          cpu = cpuNanos;
          compiler = compilerNanos;
        }

        @Override
        public Usage stop() {
          return Turns.usage((cpuNanos - cpu) / 1e9, (compilerNanos - compiler) / 1e9);
        }
      };
    }
  }

  private final String mode;
  private final Clock clock;
  private final List<String> trace;
  private final IntFunction<Work> work;
  private final List<Boolean> warmups = new ArrayList<>();
  private int turn;

  ScriptedSubject(String mode, Clock clock, List<String> trace, IntFunction<Work> work) {
    this.mode = mode;
    this.clock = clock;
    this.trace = trace;
    this.work = work;
  }

  static Work brought(Item... items) {
    return new Work(List.of(items), List.of(), new Counts(items.length, 0, 0, 1L, "HTTP/1.1"));
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(mode);
  }

  @Override
  public void prepare(boolean warmup) {
    turn++;
    warmups.add(warmup);
    trace.add(mode);
    clock.nanos += 1_000_000_000_000L;
    clock.cpuNanos += 1_000_000_000_000L;
    clock.compilerNanos += 1_000_000_000_000L;
  }

  /** The first turn takes 1 s and a tenth of CPU time, the second 2 s, and so on. */
  @Override
  public long run(LongSupplier wall) {
    long start = wall.getAsLong();
    clock.nanos += turn * 1_000_000_000L;
    clock.cpuNanos += turn * 100_000_000L;
    clock.compilerNanos += turn * 10_000_000L;
    return wall.getAsLong() - start;
  }

  /** Of each turn, whether it was one of the warm-up. */
  List<Boolean> warmups() {
    return warmups;
  }

  @Override
  public Work work() {
    clock.nanos += 1_000_000_000_000L;
    return work.apply(turn);
  }
}
