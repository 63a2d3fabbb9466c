package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.file.InputFile;
import io.github.fetchcharacters.http.HttpSettings.Header;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code Name: value}, or {@code @FILE} as curl does: a header on each line. It skips blank
 * lines and those that start with {@code #}.
 */
public final class HeaderSourceConverter implements ITypeConverter<HeaderSource> {

  @Override
  public HeaderSource convert(String text) {
    if (!text.startsWith("@")) {
      Header header = new HeaderConverter().convert(text);
      return () -> List.of(header);
    }
    String file = text.substring(1);
    if (file.equals("-")) {
      throw new TypeConversionException(
          "standard input is for ids; @FILE reads headers from a file, such as @/dev/stdin");
    }
    return () -> headersOf(file);
  }

  private static List<Header> headersOf(String file) {
    try {
      List<Header> headers = new ArrayList<>();
      int number = 0;
      for (String line : InputFile.read(Path.of(file)).split("\r?\n", -1)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          headers.add(header(line, file, number));
        }
      }
      return headers;
    } catch (IOException | InvalidPathException failure) {
      throw new TypeConversionException(
          "cannot read the headers in '" + file + "': " + failure.getMessage());
    }
  }

  private static Header header(String line, String file, int number) {
    try {
      return new HeaderConverter().convert(line);
    } catch (TypeConversionException wrong) {
      throw new TypeConversionException(
          "Invalid header in '" + file + "', line " + number + ": " + wrong.getMessage());
    }
  }
}
