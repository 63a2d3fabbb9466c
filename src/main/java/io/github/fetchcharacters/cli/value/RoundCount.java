package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.model.Digits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of rounds, or {@code auto}.
 *
 * @param fixed null for as many as it takes
 */
public record RoundCount(@Nullable Integer fixed) {

  /** As many as it takes. */
  public static final RoundCount AUTO = new RoundCount(null);

  /** As on the command line. */
  @Override
  public String toString() {
    return fixed == null ? "auto" : fixed.toString();
  }

  /** Reads {@code auto} or a number. */
  public static final class Converter implements ITypeConverter<RoundCount> {

    @Override
    public RoundCount convert(String text) {
      if (text.equalsIgnoreCase("auto")) {
        return AUTO;
      }
      try {
        return new RoundCount(Integer.valueOf(text));
      } catch (NumberFormatException noNumber) {
        throw new TypeConversionException(
            "'"
                + text
                + (Digits.areAll(text) && !text.isEmpty()
                    ? "' is too large"
                    : "' is neither 'auto' nor a number"));
      }
    }
  }
}
