package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.model.Digits;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code Name: value}; never repeats the value, which may be a secret. */
final class HeaderConverter implements ITypeConverter<Header> {

  /** The characters of a token besides letters and digits (RFC 9110, section 5.6.2). */
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  @Override
  public Header convert(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon).strip();
    if (colon < 0 || !isToken(name)) {
      throw new TypeConversionException(fault(colon, name) + ": a header is written 'Name: value'");
    }
    String value = text.substring(colon + 1).strip();
    if (!isFieldValue(value)) {
      throw new TypeConversionException(
          "the value of header '"
              + name
              + "' holds a control character, such as a line end, or one beyond Latin-1");
    }
    if (isOwnedByTheClient(name)) {
      throw new TypeConversionException("header '" + name + "' is set by the HTTP client itself");
    }
    return new Header(name, value);
  }

  /** What is wrong with the name, of which only one character may be shown: it may be a secret. */
  private static String fault(int colon, String name) {
    if (colon < 0) {
      return "it has no colon";
    }
    int[] bad = name.codePoints().filter(c -> !isTokenCharacter(c)).limit(1).toArray();
    return bad.length == 0
        ? "it has no name before the colon"
        : "its name has '" + Character.toString(bad[0]) + "' in it";
  }

  private static boolean isToken(String name) {
    return !name.isEmpty() && name.codePoints().allMatch(HeaderConverter::isTokenCharacter);
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || Digits.isDigit(c)
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Visible characters, space and tab (RFC 9110, section 5.5); others could end the field. */
  private static boolean isFieldValue(String value) {
    return value
        .chars()
        .allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7F) || (c >= 0x80 && c <= 0xFF));
  }

  private static boolean isOwnedByTheClient(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "connection",
          "content-length",
          "expect",
          "host",
          "upgrade",
          "accept-encoding",
          "transfer-encoding" ->
          true;
      default -> false;
    };
  }
}
