package io.github.fetchcharacters.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Comma-separated values as in RFC 4180, quoted where necessary, with two rules of this tool's own:
 * the line ends in {@code \n} on every platform, and no cell holds a line end, since it escapes
 * control characters as {@code \}{@code uXXXX}. So one line is one record for every tool, and a
 * cell shown on a terminal does not drive it.
 */
final class CsvLine implements Function<List<Cell>, String> {

  private final StringWriter line = new StringWriter();
  private final JsonGenerator csv;

  CsvLine() {
    try {
      this.csv =
          CsvFactory.builder()
              .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
              .build()
              .createGenerator(line);
      csv.writeStartArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
  }

  @Override
  public String apply(List<Cell> cells) {
    try {
      csv.writeStartArray();
      for (Cell cell : cells) {
        csv.writeString(SpreadsheetText.harmless(cell, TerminalText.escape(cell.text())));
      }
      csv.writeEndArray();
      csv.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
    String written = line.toString();
    line.getBuffer().setLength(0);
    // Readers of CSV skip an empty line.
    return written.equals("\n") ? "\"\"\n" : written;
  }
}
