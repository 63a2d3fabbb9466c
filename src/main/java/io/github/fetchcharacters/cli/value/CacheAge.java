package io.github.fetchcharacters.cli.value;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How old a kept answer may be, or {@code off}.
 *
 * @param max null for no cache
 */
public record CacheAge(@Nullable Duration max) {

  /** No cache. */
  public static final CacheAge OFF = new CacheAge(null);

  /** Reads {@code off} or a duration. */
  public static final class Converter implements ITypeConverter<CacheAge> {

    private final DurationConverter durations = new DurationConverter();

    @Override
    public CacheAge convert(String text) {
      if (text.equalsIgnoreCase("off")) {
        return OFF;
      }
      try {
        return new CacheAge(durations.convert(text));
      } catch (TypeConversionException wrong) {
        if (!DurationConverter.isMalformed(wrong)) {
          throw wrong;
        }
        throw new TypeConversionException(
            "'"
                + text
                + "' is neither 'off' nor a duration: write a number with a unit, such as"
                + " 30m, 24h or 7d");
      }
    }
  }
}
