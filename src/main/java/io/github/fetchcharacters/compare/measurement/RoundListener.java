package io.github.fetchcharacters.compare.measurement;

/** Hears which turn is next, between the turns. */
@FunctionalInterface
public interface RoundListener {

  /** Hears nothing. */
  RoundListener NONE = (warmup, round, label) -> {};

  /**
   * A turn is next.
   *
   * @param warmup whether its round does not count
   * @param round from 1; warm-up rounds have their own numbers
   * @param label of the subject whose turn it is
   */
  void next(boolean warmup, int round, String label);
}
