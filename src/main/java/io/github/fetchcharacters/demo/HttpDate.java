package io.github.fetchcharacters.demo;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes dates as HTTP has them (RFC 9110, section 5.6.7). The first use of {@code
 * DateTimeFormatter} takes some 40 ms, which would delay the first answer.
 */
final class HttpDate {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private HttpDate() {}

  /** Writes the date that is so many seconds after 1970. */
  static String of(long epochSecond) {
    LocalDateTime date = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(name(DAYS, date.getDayOfWeek().getValue())).append(", ");
    padded(text, date.getDayOfMonth()).append(' ');
    text.append(name(MONTHS, date.getMonthValue())).append(' ').append(date.getYear()).append(' ');
    padded(text, date.getHour()).append(':');
    padded(text, date.getMinute()).append(':');
    return padded(text, date.getSecond()).append(" GMT").toString();
  }

  private static String name(String names, int number) {
    return names.substring(3 * number - 3, 3 * number);
  }

  private static StringBuilder padded(StringBuilder text, int number) {
    return text.append(number < 10 ? "0" : "").append(number);
  }
}
