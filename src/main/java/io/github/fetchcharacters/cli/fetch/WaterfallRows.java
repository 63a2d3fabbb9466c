package io.github.fetchcharacters.cli.fetch;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** The attempts that a waterfall shows. */
enum WaterfallRows {
  /** There is no waterfall. */
  NONE,
  /** Of many the first and the last. */
  ENDS,
  ALL;

  /** The name in settings. */
  @Override
  public String toString() {
    return this == NONE ? "false" : this == ENDS ? "true" : "all";
  }

  /** Reads the value of the option, or of a setting, where it may also be that of a flag. */
  static WaterfallRows parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "true", "1" -> ENDS;
      case "false", "0" -> NONE;
      case "all" -> ALL;
      default -> throw new TypeConversionException("'" + text + "' is not 'all'");
    };
  }
}
