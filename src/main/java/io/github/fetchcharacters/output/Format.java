package io.github.fetchcharacters.output;

import java.util.Locale;

/** The forms in which characters are written. */
public enum Format {
  /** The name alone, a line each, with unsafe characters escaped. */
  NAME,
  /** One JSON array of the records as the API sent them, or of the requested fields. */
  JSON,
  /** The records as the API sent them, or the requested fields, a line each. */
  NDJSON,
  /** Comma-separated values, see {@link CsvLine}; the first line has the fields' names. */
  CSV,
  /** Tab-separated values, see {@link TsvLine}; the first line has the fields' names. */
  TSV,
  /** Aligned columns for people, see {@link TableWriter}. */
  TABLE;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the format prints chosen members of a record. */
  public boolean takesFields() {
    return this != NAME;
  }
}
