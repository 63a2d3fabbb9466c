package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** What one {@code -H} stands for. */
public interface HeaderSource {

  /**
   * The headers, in their order. A file is read here and not before, since what is no ordinary file
   * (a pipe) can be read but once.
   *
   * @throws TypeConversionException if the file will not do; the message names it, and never
   *     repeats the value of a header
   */
  List<Header> headers();
}
