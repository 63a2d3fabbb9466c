package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Parameters;
import java.util.function.LongSupplier;

/** One way of doing the work. For one turn each method is called once, in the order given here. */
public interface Subject {

  /** What sets it apart from the others, unique within a comparison. */
  Parameters parameters();

  /**
   * Gets ready; not measured.
   *
   * @param warmup whether the turn will not count
   */
  void prepare(boolean warmup);

  /**
   * Does the work. Failures are kept for {@link #work}.
   *
   * @param clock nanoseconds from any origin
   * @return how long it took by that clock, from the first request to the last record
   */
  long run(LongSupplier clock);

  /** What the turn brought; not measured. */
  Work work();
}
