package io.github.fetchcharacters.terminal;

import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * What a process needs to show how far it is.
 *
 * @param line standard error, through which everything goes that is written there
 * @param shown shows a text on that line, see {@link StatusLine#show}; blocks for nobody who does
 *     not read standard error
 * @param columns how wide the terminal on standard error is, 0 where that cannot be told; asked
 *     only where it matters, since it may take milliseconds
 * @param ticks real time, unless in a test
 */
public record Display(StatusLine line, Consumer<String> shown, IntSupplier columns, Ticks ticks) {

  /** A display whose line is drawn by the thread that shows it. */
  public Display(StatusLine line, IntSupplier columns, Ticks ticks) {
    this(line, line::show, columns, ticks);
  }

  /** Shows a text in place of the one before; empty for none. */
  void show(String text) {
    shown.accept(text);
  }

  /** Shows nothing. */
  public static Display none() {
    return new Display(new StatusLine(OutputStream.nullOutputStream()), () -> 0, Ticks.real());
  }
}
