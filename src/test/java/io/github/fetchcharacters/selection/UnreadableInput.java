package io.github.fetchcharacters.selection;

import java.io.InputStream;

/** An input that must not be read: it stands for a terminal where the user would have to type. */
public final class UnreadableInput extends InputStream {

  @Override
  public int read() {
    throw new AssertionError("standard input is read too early");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    return read();
  }
}
