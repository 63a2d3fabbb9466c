package io.github.fetchcharacters.terminal;

import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Where a run shows its progress.
 *
 * @param line standard error; every write to it goes through this line
 * @param shown shows a text on that line, see {@link StatusLine#show}; in a process it does not
 *     block on an unread standard error
 * @param columns the columns of standard error's terminal, 0 where unknown; called only where they
 *     matter, since it may take milliseconds
 * @param pager whether a program that reads the results has the same terminal for itself; called
 *     only where it matters, since it may take milliseconds
 * @param ticks real time, unless in a test
 */
public record Display(
    StatusLine line,
    Consumer<String> shown,
    IntSupplier columns,
    BooleanSupplier pager,
    Ticks ticks) {

  /** A display that draws on the thread that shows a text. */
  public Display(StatusLine line, IntSupplier columns, Ticks ticks) {
    this(line, line::show, columns, () -> false, ticks);
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
