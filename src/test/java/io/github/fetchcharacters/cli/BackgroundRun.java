package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.terminal.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** The command on a thread of its own, with pipes for standard input and output. */
public final class BackgroundRun implements AutoCloseable {

  private final PipedOutputStream input = new PipedOutputStream();
  private final PipedInputStream output = new PipedInputStream();
  private final BufferedReader lines = new BufferedReader(new InputStreamReader(output, UTF_8));
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Thread thread;
  private volatile int exitCode = -1;

  private BackgroundRun(String... arguments) throws IOException {
    PipedInputStream in = new PipedInputStream(input);
    PipedOutputStream out = new PipedOutputStream(output);
    this.thread = new Thread(() -> run(arguments, in, out), "command");
    thread.setDaemon(true);
  }

  public static BackgroundRun start(String... arguments) throws IOException {
    BackgroundRun run = new BackgroundRun(arguments);
    run.thread.start();
    return run;
  }

  private void run(String[] arguments, PipedInputStream in, OutputStream out) {
    try (out) {
      exitCode =
          FetchCharacters.run(
              arguments, new Streams(in, out, new PrintStream(err, true, UTF_8), Map.of()));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Types on standard input. */
  public void type(String text) throws IOException {
    input.write(text.getBytes(UTF_8));
    input.flush();
  }

  public void endInput() throws IOException {
    input.close();
  }

  /** Blocks until a line is printed; null at the end. */
  public String nextLine() throws IOException {
    return lines.readLine();
  }

  /** Interrupts the command, as an interrupt of the process does. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Blocks until the command has ended. */
  public int exitCode() throws InterruptedException {
    thread.join();
    return exitCode;
  }

  public String err() {
    return err.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    input.close();
    output.close();
  }
}
