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

  private static final String MALFORMED =
      "' is not a duration: write a number with a unit, such as 250ms, 2s or 1m";

  /** Reads a duration of more than nothing. */
  public static Duration positive(String text) {
    Duration duration = new DurationConverter().convert(text);
    if (duration.isZero()) {
      throw new TypeConversionException("it must not be zero");
    }
    return duration;
  }

  @Override
  public Duration convert(String text) {
    Duration duration;
    try {
      duration = text.startsWith("P") ? Duration.parse(text) : withUnit(text);
    } catch (ArithmeticException overflow) {
      throw tooLong(text);
    } catch (DateTimeParseException wrong) {
      // It has a cause where the form is right and a number does not fit.
      throw wrong.getCause() == null ? notADuration(text) : tooLong(text);
    } catch (NumberFormatException malformed) {
      throw notADuration(text);
    }
    if (duration.isNegative()) {
      throw notADuration(text);
    }
    if (duration.compareTo(MAX) > 0) {
      throw tooLong(text);
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

  /** Whether the text is no duration at all. */
  static boolean isMalformed(TypeConversionException wrong) {
    return ("" + wrong.getMessage()).endsWith(MALFORMED);
  }

  private static TypeConversionException tooLong(String text) {
    return new TypeConversionException("'" + text + "' is too long: at most " + MAX.toDays() + "d");
  }

  private static TypeConversionException notADuration(String text) {
    return new TypeConversionException("'" + text + MALFORMED);
  }
}
