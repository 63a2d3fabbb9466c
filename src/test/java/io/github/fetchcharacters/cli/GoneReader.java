package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.terminal.ReaderGoneException;
import java.io.IOException;
import java.io.OutputStream;

/** An output whose reader has gone away. */
public final class GoneReader extends OutputStream {

  @Override
  public void write(int b) throws IOException {
    throw new ReaderGoneException(new IOException("Broken pipe"));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    write(0);
  }
}
