package io.github.fetchcharacters.terminal;

import java.io.IOException;

/** The reader of the results has closed the pipe: an ordinary end, as in {@code … | head -1}. */
public final class ReaderGoneException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause the failed write
   */
  public ReaderGoneException(IOException cause) {
    super("the reader of standard output is gone", cause);
  }
}
