package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.model.Digits;
import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 20/s}, {@code 600/m}, {@code 10000/h}. */
public final class RateLimitConverter implements ITypeConverter<RateLimit> {

  private static final int MAX_DIGITS = 9;

  @Override
  public RateLimit convert(String text) {
    int slash = text.indexOf('/');
    String digits = slash < 0 ? "" : text.substring(0, slash);
    if (digits.length() > MAX_DIGITS && Digits.areAll(digits)) {
      throw new TypeConversionException(
          "'" + text + "' is too large: the number has at most " + MAX_DIGITS + " digits");
    }
    long number = Digits.read(digits, MAX_DIGITS).orElse(0);
    if (number == 0) {
      throw notARate(text);
    }
    return new RateLimit(number, unit(text, slash));
  }

  private static Duration unit(String text, int slash) {
    return switch (text.substring(slash + 1)) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> throw notARate(text);
    };
  }

  private static TypeConversionException notARate(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a rate: write a positive number per s, m or h, such as 20/s");
  }
}
