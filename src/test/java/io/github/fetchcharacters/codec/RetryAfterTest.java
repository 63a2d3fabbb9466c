package io.github.fetchcharacters.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT1S",
    "120, PT2M",
    "007, PT7S",
    "' 5 ', PT5S",
    "86400, PT24H",
    // More seconds than a duration holds: as long as it gets.
    "999999999999999999, PT277777777777777H46M39S",
    "9223372036854775808, PT2562047788015215H30M7S",
    "99999999999999999999999999999999, PT2562047788015215H30M7S",
  })
  void readsSeconds(String field, Duration wait) {
    assertThat(RetryAfter.parse(field, NOW)).hasValue(wait);
  }

  /** The three forms of a date that RFC 9110, section 5.6.7, wants every recipient to read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:38 GMT | PT1S",
        "Sun, 06 Nov 1994 09:49:37 GMT | PT1H",
        "Sun, 06 Nov 1994 08:49:37 GMT | PT0S",
        "Sun, 06 Nov 1994 08:49:36 GMT | PT0S",
        "Fri, 06 Nov 1992 08:49:37 GMT | PT0S",
        "Sunday, 06-Nov-94 08:49:47 GMT | PT10S",
        "Monday, 07-Nov-94 08:49:37 GMT | PT24H",
        "Saturday, 06-Nov-93 08:49:37 GMT | PT0S",
        "Sunday, 06-Nov-44 08:49:37 GMT | PT438312H",
        "Tuesday, 06-Nov-45 08:49:37 GMT | PT0S",
        "Sun Nov  6 08:49:47 1994 | PT10S",
        "Sun Nov 13 08:49:37 1994 | PT168H",
        "Sat Nov  6 08:49:37 1993 | PT0S",
      })
  void readsDates(String field, Duration wait) {
    assertThat(RetryAfter.parse(field, NOW)).hasValue(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "10s",
        "soon",
        "٣",
        "1 2",
        "Sun, 06 Nov",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "1994-11-06T08:49:37Z"
      })
  void knowsNoOtherForm(String field) {
    assertThat(RetryAfter.parse(field, NOW)).isEmpty();
  }
}
