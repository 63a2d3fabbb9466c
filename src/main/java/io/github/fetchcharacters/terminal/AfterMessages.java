package io.github.fetchcharacters.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** Writes after all earlier messages. */
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

  /** Waits even without anything to write: a run that only fails prints many messages. */
  @Override
  public void flush() throws IOException {
    awaitMessages.run();
    out.flush();
  }
}
