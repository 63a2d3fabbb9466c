package io.github.fetchcharacters.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever a server writes into the field, a wait is read from it or none. */
class RetryAfterPropertiesTest {

  private static final Instant NOW = Instant.parse("2024-02-29T23:59:59.5Z");

  @Property
  void isNeverNegativeAndNeverFails(@ForAll("fields") String field) {
    assertThat(RetryAfter.parse(field, NOW).orElse(Duration.ZERO))
        .isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @Property
  void isThatManySeconds(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long seconds) {
    assertThat(RetryAfter.parse("" + seconds, NOW)).hasValue(Duration.ofSeconds(seconds));
  }

  /**
   * Up to 50 years before and ahead, since one form has two digits of the year. The half second of
   * the clock counts as a whole one.
   */
  @Property
  void isUntilTheDateInEachOfItsForms(
      @ForAll @LongRange(min = -1_500_000_000, max = 1_500_000_000) long seconds,
      @ForAll("forms") String form) {
    Instant date = Instant.ofEpochSecond(NOW.getEpochSecond() + seconds);
    String field =
        DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withZone(ZoneOffset.UTC).format(date);

    assertThat(RetryAfter.parse(field, NOW)).hasValue(Duration.ofSeconds(Math.max(0, seconds)));
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
        "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
        "EEE MMM ppd HH:mm:ss yyyy");
  }

  /** Any text, digits, and dates of which some letters are others. */
  @Provide
  Arbitrary<String> fields() {
    Arbitrary<String> changed =
        Combinators.combine(
                Arbitraries.of(
                    "Sun, 06 Nov 1994 08:49:37 GMT",
                    "Sunday, 06-Nov-94 08:49:37 GMT",
                    "Sun Nov  6 08:49:37 1994"),
                Arbitraries.integers().between(0, 29),
                Arbitraries.of("", "9", "99999999999", "-", "+", " ", "\0", "Feb", "٣"))
            .as(RetryAfterPropertiesTest::changed);
    return Arbitraries.oneOf(
        changed,
        Arbitraries.strings(),
        Arbitraries.strings().numeric().ofMaxLength(50),
        Arbitraries.strings().withChars("SunNov GMT,-:0123456789+").ofMaxLength(40));
  }

  private static String changed(String field, int place, String with) {
    int at = place % field.length();
    return field.substring(0, at) + with + field.substring(at + 1);
  }
}
