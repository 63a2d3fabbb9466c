package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Refusal;
import org.jspecify.annotations.Nullable;

/** Writes a comparison in one form. */
@FunctionalInterface
public interface Exporter {

  /** The whole file; to be written as UTF-8. */
  String export(Comparison comparison, Conditions conditions);

  /** The whole file on a refused comparison; null where the form has no place for it. */
  default @Nullable String refused(Refusal refusal, Conditions conditions) {
    return null;
  }
}
