package io.github.fetchcharacters.selection;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/**
 * An input that brings nothing until the latch opens or its reader is interrupted, and then ends.
 */
public final class SilentInput extends InputStream {

  private final CountDownLatch opened;

  public SilentInput(CountDownLatch opened) {
    this.opened = opened;
  }

  @Override
  public int read() {
    try {
      opened.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    return read();
  }
}
