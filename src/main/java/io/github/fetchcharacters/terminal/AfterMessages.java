package io.github.fetchcharacters.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** Writes when all messages before are written. */
final class AfterMessages extends OutputStream {

  private final OutputStream out;
  private final Runnable awaitMessages;

  /**
   * @param out where it writes to
   * @param awaitMessages waits for them
   */
  AfterMessages(OutputStream out, Runnable awaitMessages) {
    this.out = out;
    this.awaitMessages = awaitMessages;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    awaitMessages.run();
    out.write(bytes, offset, length);
  }

  /** Also where there is nothing to write: who only fails says much. */
  @Override
  public void flush() throws IOException {
    awaitMessages.run();
    out.flush();
  }
}
