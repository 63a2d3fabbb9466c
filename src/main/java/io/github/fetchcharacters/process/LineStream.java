package io.github.fetchcharacters.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A stream that passes on whole lines. Safe for use by many threads. */
final class LineStream extends OutputStream {

  private final Consumer<byte[]> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * @param lines takes each line with its end, or several that one write brought
   */
  LineStream(Consumer<byte[]> lines) {
    this.lines = lines;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] text, int offset, int length) {
    line.write(text, offset, length);
    if (length > 0 && text[offset + length - 1] == '\n') {
      lines.accept(line.toByteArray());
      line.reset();
    }
  }
}
