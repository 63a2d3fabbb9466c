package io.github.fetchcharacters.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the Retry-After field: seconds or a date (RFC 9110, sections 10.2.3 and 5.6.7). */
final class RetryAfter {

  /** More digits than this are more seconds than a {@code long} of them can count. */
  private static final int MOST_DIGITS = 18;

  private RetryAfter() {}

  /**
   * The wait that a field asks for; zero for a date in the past, empty for anything else.
   *
   * @param field the field's value
   * @param now when it was received
   */
  static Optional<Duration> parse(String field, Instant now) {
    String value = field.strip();
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(seconds(value));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration seconds(String digits) {
    return Duration.ofSeconds(
        digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits));
  }
}
