package io.github.fetchcharacters.cli.value;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads whole numbers, shares and truth values; picocli's own converters would name Java's types.
 */
public final class NumberConverter<N extends Number> implements ITypeConverter<N> {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private final Function<String, N> reader;

  /**
   * @param reader throws a {@link NumberFormatException} for what is no number of the type
   */
  private NumberConverter(Function<String, N> reader) {
    this.reader = reader;
  }

  /** Makes the command and those below it read numbers so. */
  public static void register(CommandLine command) {
    NumberConverter<Integer> ints = new NumberConverter<>(Integer::valueOf);
    NumberConverter<Long> longs = new NumberConverter<>(Long::valueOf);
    command.registerConverter(int.class, ints);
    command.registerConverter(Integer.class, ints);
    command.registerConverter(long.class, longs);
    command.registerConverter(double.class, NumberConverter::share);
    command.registerConverter(boolean.class, NumberConverter::truth);
  }

  @Override
  public N convert(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
    try {
      return reader.apply(text);
    } catch (NumberFormatException tooLong) {
      throw new TypeConversionException(
          new BigInteger(text).signum() < 0
              ? "'" + text + "' is too small"
              : "'" + text + "' is too large");
    }
  }

  private static Double share(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException noNumber) {
      throw new TypeConversionException("'" + text + "' is not a number, such as 0.25");
    }
  }

  private static Boolean truth(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new TypeConversionException("'" + text + "' is neither 'true' nor 'false'");
    }
    return Boolean.valueOf(text);
  }
}
