package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.model.Digits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the Retry-After field: seconds or a date (RFC 9110, section 10.2.3), in any of the three
 * forms of section 5.6.7.
 */
final class RetryAfter {

  /** Any number of so many digits fits a {@code long}. */
  private static final int MAX_DIGITS = 18;

  private RetryAfter() {}

  /**
   * Returns the wait that a field asks for, in whole seconds; zero for a date in the past, empty
   * for any other text.
   *
   * @param field the field's value
   * @param now the time of its arrival
   */
  static Optional<Duration> parse(String field, Instant now) {
    String value = field.strip();
    if (!value.isEmpty() && Digits.areAll(value)) {
      return Optional.of(seconds(value));
    }
    return date(value, now).map(date -> date.isAfter(now) ? between(now, date) : Duration.ZERO);
  }

  /** A part of a second counts as a whole one: a date has no parts, and the wait is a minimum. */
  private static Duration between(Instant now, Instant date) {
    return Duration.between(now.truncatedTo(ChronoUnit.SECONDS), date);
  }

  private static Optional<Instant> date(String value, Instant now) {
    for (DateTimeFormatter form :
        List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), asctime())) {
      try {
        return Optional.of(form.parse(value, Instant::from));
      } catch (DateTimeException another) {
        // Another form, or no date.
      }
    }
    return Optional.empty();
  }

  /** {@code Sunday, 06-Nov-94 08:49:37 GMT}; a year of two digits is at most 50 years ahead. */
  private static DateTimeFormatter rfc850(Instant now) {
    int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 49;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }

  /** {@code Sun Nov 6 08:49:37 1994}. */
  private static DateTimeFormatter asctime() {
    return DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }

  private static Duration seconds(String digits) {
    return Duration.ofSeconds(Digits.read(digits, MAX_DIGITS).orElse(Long.MAX_VALUE));
  }
}
