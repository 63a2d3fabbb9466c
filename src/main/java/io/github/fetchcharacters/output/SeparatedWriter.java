package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A line with the fields' names, then one line a character. It writes the first line even without a
 * character, for readers that go by column names. For one thread.
 */
final class SeparatedWriter implements RecordWriter {

  private final OutputStream out;
  private final Rows rows;
  private final Function<List<Cell>, String> line;
  private boolean begun;

  /**
   * @param line a line with its end
   */
  SeparatedWriter(OutputStream out, Fields fields, Function<List<Cell>, String> line) {
    this.out = out;
    this.rows = new Rows(fields);
    this.line = line;
  }

  @Override
  public void write(Character character) throws IOException {
    begin();
    put(rows.of(character));
  }

  @Override
  public void finish() throws IOException {
    begin();
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      put(rows.headings());
    }
  }

  private void put(List<Cell> cells) throws IOException {
    out.write(line.apply(cells).getBytes(StandardCharsets.UTF_8));
  }
}
