package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.model.Digits;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes: {@code 500}, {@code 64k}, {@code 1M}, {@code 1G}, by powers of 1024. */
public final class SizeConverter implements ITypeConverter<Integer> {

  /** The digits of the largest {@code int}. */
  private static final int MAX_DIGITS = 10;

  /** One less than the largest array: one byte more shows that a body is longer. */
  private static final int MAX = Integer.MAX_VALUE - 16;

  @Override
  public Integer convert(String text) {
    int shift = text.isEmpty() ? 0 : shift(text.charAt(text.length() - 1));
    String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
    boolean longer = digits.length() > MAX_DIGITS && Digits.areAll(digits);
    long units = longer ? Long.MAX_VALUE : Digits.read(digits, MAX_DIGITS).orElse(0);
    if (units < 1) {
      throw notASize(text);
    }
    // The maximum in these units: the size in bytes may overflow.
    if (units > MAX >> shift) {
      throw new TypeConversionException("'" + text + "' is too large: at most " + MAX + " bytes");
    }
    return (int) units << shift;
  }

  private static int shift(char unit) {
    return switch (String.valueOf(unit).toLowerCase(Locale.ROOT)) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }

  private static TypeConversionException notASize(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a size: write bytes, from 1 to below 2G, such as 500, 64k or 1M");
  }
}
