package io.github.fetchcharacters.terminal;

import java.io.OutputStream;
import java.util.function.IntSupplier;

/**
 * What a process needs to show how far it is.
 *
 * @param line standard error, through which everything goes that is written there
 * @param columns how wide the terminal on standard error is, 0 where that cannot be told; asked
 *     only where it matters, since it may take milliseconds
 * @param ticks real time, unless in a test
 */
public record Display(StatusLine line, IntSupplier columns, Ticks ticks) {

  /** Shows nothing. */
  public static Display none() {
    return new Display(new StatusLine(OutputStream.nullOutputStream()), () -> 0, Ticks.real());
  }
}
