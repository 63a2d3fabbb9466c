package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.output.RecordWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes records, with a buffer, until a write fails. For one thread. */
final class ResultOutput {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final RecordWriter writer;
  private final Runnable onFailure;
  private @Nullable IOException failure;

  /**
   * @param onFailure runs once, after the first failed write
   */
  ResultOutput(Layout layout, OutputStream out, Runnable onFailure) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.writer = layout.writer(this.out);
    this.onFailure = onFailure;
  }

  void write(Character character) {
    run(() -> writer.write(character));
  }

  void flush() {
    run(out::flush);
  }

  /** Writes the end of the format and flushes. */
  void finish() {
    run(writer::finish);
    flush();
  }

  /** The failure of the first failed write; null without one. */
  @Nullable IOException failure() {
    return failure;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void run(Writing action) {
    if (failure != null) {
      return;
    }
    try {
      action.run();
    } catch (IOException first) {
      failure = first;
      onFailure.run();
    }
  }
}
