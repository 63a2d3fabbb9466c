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
 * What a process is given, as values, so that a command runs without one.
 *
 * @param in standard input
 * @param out standard output, for results alone; a write to a pipe nobody reads throws {@link
 *     ReaderGoneException}
 * @param err standard error, for everything else; nobody waits for what is written there
 * @param awaitErr waits until what was written to {@code err} before has left the process, or it is
 *     clear that nobody reads it
 * @param environment the environment variables
 * @param errIsTerminal whether standard error is shown on a terminal; asked only where it matters
 * @param outIsTerminal the same of standard output
 * @param outColumns how wide that terminal is, 0 where nobody knows; asked only where it matters,
 *     since it may take milliseconds
 * @param display where progress is shown; {@code err} writes through its line
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

  /** Streams of which standard error keeps nothing back. */
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
   * @throws IOException if it cannot be written; unless its reader is gone, the message says where
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
   * Standard output, each time after what standard error was to say before: on a terminal both are
   * in order, and messages do not pile up.
   */
  public OutputStream results() {
    return new AfterMessages(out, awaitErr);
  }

  /** The same, above the line of the display if both are shown on a terminal. */
  public OutputStream resultsAboveLine() {
    // A pipe at standard error need not be read, and the line would wait for it.
    BooleanSupplier shared = () -> outIsTerminal.getAsBoolean() && errIsTerminal.getAsBoolean();
    return new AfterMessages(display.line().above(out, shared), awaitErr);
  }
}
