package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Usage;

/** Meters what turns take, one after another. */
public interface Meter {

  /** A turn starts. */
  void start();

  /** What was taken since {@link #start}; once a turn, after its end. */
  Usage stop();
}
