package io.github.fetchcharacters.compare;

import java.util.OptionalInt;

/** A quantity with several values in a sweep. */
public enum Axis {
  CONCURRENCY("requests at once", "at once") {
    @Override
    OptionalInt of(Parameters parameters) {
      return parameters.concurrency();
    }

    @Override
    Parameters without(Parameters all) {
      return new Parameters(all.mode(), OptionalInt.empty(), all.batchSize());
    }
  },
  BATCH_SIZE("ids a request", "ids a request") {
    @Override
    OptionalInt of(Parameters parameters) {
      return parameters.batchSize();
    }

    @Override
    Parameters without(Parameters all) {
      return new Parameters(all.mode(), all.concurrency(), OptionalInt.empty());
    }
  };

  private final String title;
  private final String unit;

  Axis(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Empty for what does not depend on it. */
  abstract OptionalInt of(Parameters parameters);

  /** The rest, which is the same all over a curve. */
  abstract Parameters without(Parameters all);

  /** Whether the series lies at one of its values. */
  boolean has(Series series) {
    return of(series.parameters()).isPresent();
  }

  /** The value of a series on a curve. */
  public int value(Series series) {
    return of(series.parameters()).orElseThrow();
  }

  /** What its values count. */
  public String title() {
    return title;
  }

  /** What follows a value in words. */
  public String unit() {
    return unit;
  }
}
