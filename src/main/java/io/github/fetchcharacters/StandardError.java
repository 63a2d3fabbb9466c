package io.github.fetchcharacters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's standard error, as far as it is more than a stream. */
final class StandardError {

  private StandardError() {}

  /**
   * Whether it is shown on a terminal; no where the system has no Linux's {@code /proc} to tell.
   * {@link System#console} would speak of standard input and output alone.
   */
  static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException notLinux) {
      return false;
    }
  }
}
