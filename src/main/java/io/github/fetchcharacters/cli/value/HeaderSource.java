package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** The headers of one {@code -H}. */
public interface HeaderSource {

  /**
   * Returns the headers in their order. Only this call reads a file, since a pipe can be read only
   * once.
   *
   * @throws TypeConversionException if the file is unusable; the message names it, and never
   *     repeats the value of a header
   */
  List<Header> headers();
}
