package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;

/** Writes a comparison in one form. */
@FunctionalInterface
public interface Exporter {

  /** The whole file; to be written as UTF-8. */
  String export(Comparison comparison, Conditions conditions);
}
