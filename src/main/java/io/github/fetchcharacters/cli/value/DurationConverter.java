package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.model.Digits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 250ms}, {@code 1.5s}, {@code 1m}, {@code 2h}, {@code 7d} and ISO-8601 ({@code
 * PT2S}).
 */
public final class DurationConverter implements ITypeConverter<Duration> {

  /** Longer durations overflow a clock that counts nanoseconds in a {@code long}. */
  private static final Duration MAX = Duration.ofDays(36_500);

  @Override
  public Duration convert(String text) {
    Duration duration;
    try {
      duration = text.startsWith("P") ? Duration.parse(text) : withUnit(text);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException malformed) {
      throw notADuration(text);
    }
    if (duration.isNegative() || duration.compareTo(MAX) > 0) {
      throw notADuration(text);
    }
    return duration;
  }

  private static Duration withUnit(String text) {
    int unitAt = text.length();
    while (unitAt > 0 && Character.isLetter(text.charAt(unitAt - 1))) {
      unitAt--;
    }
    String number = text.substring(0, unitAt);
    if (number.isEmpty() || !number.chars().allMatch(c -> c == '.' || Digits.isDigit(c))) {
      throw notADuration(text);
    }
    return Duration.ofNanos(
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(nanos(text, unitAt)))
            .toBigInteger()
            .longValueExact());
  }

  private static long nanos(String text, int unitAt) {
    return switch (text.substring(unitAt).toLowerCase(Locale.ROOT)) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "d" -> 86_400_000_000_000L;
      default -> throw notADuration(text);
    };
  }

  private static TypeConversionException notADuration(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a duration: write a number with a unit, such as 250ms, 2s or 1m");
  }
}
