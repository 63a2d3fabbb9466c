package io.github.fetchcharacters.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The streams and the environment of a process, as values, so that a command runs without a
 * process.
 *
 * @param in standard input
 * @param out standard output, for results alone; a write to a pipe without a reader throws {@link
 *     ReaderGoneException}
 * @param err standard error, for everything else; a write does not wait for its reader
 * @param awaitErr waits until everything written to {@code err} before has left the process, or its
 *     reader does not read
 * @param environment the environment variables
 * @param errIsTerminal whether standard error is a terminal; called only where it matters
 * @param outIsTerminal the same of standard output
 * @param outColumns the columns of that terminal, 0 where unknown; called only where they matter,
 *     since it may take milliseconds
 * @param display shows the progress; {@code err} writes through its line
 */
public record Streams(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Runnable awaitErr,
    Map<String, String> environment,
    BooleanSupplier errIsTerminal,
    BooleanSupplier outIsTerminal,
    IntSupplier outColumns,
    Display display) {

  /** Streams whose standard error has no queue. */
  public Streams(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      BooleanSupplier errIsTerminal,
      BooleanSupplier outIsTerminal,
      IntSupplier outColumns,
      Display display) {
    this(in, out, err, () -> {}, environment, errIsTerminal, outIsTerminal, outColumns, display);
  }

  /** Streams without a terminal. */
  public Streams(
      InputStream in, OutputStream out, PrintStream err, Map<String, String> environment) {
    this(in, out, err, environment, () -> false);
  }

  /** Streams that show no progress. */
  public Streams(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      BooleanSupplier errIsTerminal) {
    this(in, out, err, environment, errIsTerminal, () -> false, () -> 0, Display.none());
  }

  /**
   * Writes to standard output, all of it at once.
   *
   * @throws IOException if the write fails; unless the reader is gone, the message names standard
   *     output
   */
  public void print(String text) throws IOException {
    try {
      OutputStream results = results();
      results.write(text.getBytes(StandardCharsets.UTF_8));
      results.flush();
    } catch (ReaderGoneException gone) {
      throw gone;
    } catch (IOException failure) {
      throw new IOException("cannot write to standard output: " + failure.getMessage(), failure);
    }
  }

  /**
   * Returns standard output, where each write waits for the messages before it: a terminal shows
   * both in order, and messages do not pile up.
   */
  public OutputStream results() {
    return new AfterMessages(out, awaitErr);
  }

  /** Returns the same, above the line of the display if both are on a terminal. */
  public OutputStream resultsAboveLine() {
    // A pipe at standard error may have no reader, and the line would wait for one.
    BooleanSupplier shared = () -> outIsTerminal.getAsBoolean() && errIsTerminal.getAsBoolean();
    return new AfterMessages(display.line().above(out, shared), awaitErr);
  }
}
