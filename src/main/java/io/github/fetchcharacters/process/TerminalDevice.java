package io.github.fetchcharacters.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the system for the terminals of the process's streams. */
public final class TerminalDevice {

  private static final Path OUT = Path.of("/proc/self/fd/1");
  private static final Path ERR = Path.of("/proc/self/fd/2");
  private static final long MAX_MILLIS = 500;

  private TerminalDevice() {}

  /** Whether standard error is a terminal. */
  public static boolean errIsTerminal() {
    return isTerminal(ERR);
  }

  /** Whether standard output is a terminal. */
  public static boolean outIsTerminal() {
    return isTerminal(OUT);
  }

  /**
   * False on a system without Linux's {@code /proc}. {@link System#console} knows standard input
   * and output only together.
   */
  static boolean isTerminal(Path stream) {
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException notLinux) {
      return false;
    }
  }

  /** The columns of standard error's terminal, 0 where unknown. */
  public static int errColumns() {
    return columns(ERR);
  }

  /** The columns of standard output's terminal, 0 where unknown. */
  public static int outColumns() {
    return columns(OUT);
  }

  /** Starts a process, since Java has no call for this. */
  private static int columns(Path stream) {
    return columns(new ProcessBuilder("stty", "size").redirectInput(stream.toFile()), MAX_MILLIS);
  }

  /**
   * Returns the columns that {@code stty size} prints, 0 where it prints none. An interrupt does
   * not cut it short: the results of a stopped run have to fit the terminal, too.
   *
   * @param maxMillis max time of the process
   */
  static int columns(ProcessBuilder stty, long maxMillis) {
    try {
      Process process = stty.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!ends(process, maxMillis)) {
        process.destroyForcibly();
        return 0;
      }
      byte[] answer = process.getInputStream().readAllBytes();
      return columns(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static boolean ends(Process process, long maxMillis) {
    boolean interrupted = Thread.interrupted();
    try {
      return process.waitFor(maxMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException later) {
      interrupted = true;
      return ends(process, maxMillis);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Reads {@code 24 80}: rows and columns. */
  private static int columns(String size) {
    Matcher numbers = Pattern.compile("[0-9]+ ([0-9]{1,4})\\s*").matcher(size);
    return numbers.matches() ? Integer.parseInt(numbers.group(1)) : 0;
  }
}
