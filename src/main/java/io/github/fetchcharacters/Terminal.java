package io.github.fetchcharacters;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminal, as far as the process has one. */
final class Terminal {

  private static final String OUTPUT = "/proc/self/fd/1";

  private Terminal() {}

  /** Whether standard output is shown on it. */
  static boolean showsOutput() {
    return isBehind(OUTPUT);
  }

  /** Whether standard error is shown on it. */
  static boolean showsErrors() {
    return isBehind("/proc/self/fd/2");
  }

  /**
   * How wide the one is that standard output is shown on, 0 where nobody knows. Java cannot tell,
   * so {@code stty} is asked, which takes some milliseconds.
   */
  static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File(OUTPUT))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream answer = stty.getInputStream()) {
        String size = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip();
        return Integer.parseInt(size.substring(size.indexOf(' ') + 1));
      }
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }

  /**
   * No where the system has no Linux's {@code /proc} to tell. {@link System#console} would speak of
   * standard input and output together.
   */
  private static boolean isBehind(String descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException notLinux) {
      return false;
    }
  }
}
