package io.github.fetchcharacters.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminals on which the process's streams are shown, if they are. */
public final class TerminalDevice {

  private static final Path OUT = Path.of("/proc/self/fd/1");
  private static final Path ERR = Path.of("/proc/self/fd/2");
  private static final long MAX_MILLIS = 500;

  private TerminalDevice() {}

  /** Whether standard error is shown on one. */
  public static boolean errIsTerminal() {
    return isTerminal(ERR);
  }

  /** Whether standard output is shown on one. */
  public static boolean outIsTerminal() {
    return isTerminal(OUT);
  }

  /**
   * No where the system has no Linux's {@code /proc} to tell. {@link System#console} would speak of
   * standard input and output together.
   */
  private static boolean isTerminal(Path stream) {
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException notLinux) {
      return false;
    }
  }

  /** How wide that of standard error is, 0 where it does not tell. */
  public static int errColumns() {
    return columns(ERR);
  }

  /** How wide that of standard output is, 0 where it does not tell. */
  public static int outColumns() {
    return columns(OUT);
  }

  /** Starts a process, as Java itself cannot ask. */
  private static int columns(Path stream) {
    return columns(new ProcessBuilder("stty", "size").redirectInput(stream.toFile()), MAX_MILLIS);
  }

  /**
   * What {@code stty size} answers, 0 where it does not. An interrupt does not keep it from being
   * asked: whoever stops a run still wants what is printed to fit the terminal.
   *
   * @param maxMillis how long it may take
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

  /** Of {@code 24 80}: rows and columns. */
  private static int columns(String size) {
    Matcher numbers = Pattern.compile("[0-9]+ ([0-9]{1,4})\\s*").matcher(size);
    return numbers.matches() ? Integer.parseInt(numbers.group(1)) : 0;
  }
}
