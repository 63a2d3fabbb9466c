package io.github.fetchcharacters.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Writes numbers and times for people. */
public final class InWords {

  /** A server may ask to wait for longer: a Retry-After has any number of digits. */
  private static final Duration MAX_IN_FIGURES = Duration.ofDays(36_525);

  private InWords() {}

  /** A number with its noun: {@code 1 retry}, {@code 2 retries}. */
  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** A number of characters: {@code 1 character}. */
  public static String characters(long count) {
    return counted(count, "character", "characters");
  }

  /**
   * A duration with the units of the command line: {@code 250ms}, {@code 1.5s}, {@code 1m30s},
   * {@code 24h}, {@code 2d}; one beyond 100 years in words.
   */
  public static String duration(Duration duration) {
    if (duration.compareTo(MAX_IN_FIGURES) > 0) {
      return "more than 100 years";
    }
    if (duration.toSeconds() == 0 && !duration.isZero()) {
      return BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros().toPlainString() + "ms";
    }
    long days = duration.toDays();
    return days < 2 ? inHours(duration) : days + "d" + restInHours(duration.minusDays(days));
  }

  private static String restInHours(Duration rest) {
    return rest.isZero() ? "" : inHours(rest);
  }

  private static String inHours(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** An age in the largest unit that it fills: {@code 0 s}, {@code 3 min}, {@code 2 d}. */
  public static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
  }
}
