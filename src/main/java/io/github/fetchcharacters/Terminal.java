package io.github.fetchcharacters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminal, as far as the process has one. */
final class Terminal {

  private Terminal() {}

  /** Whether standard output is shown on it. */
  static boolean showsOutput() {
    return isBehind("/proc/self/fd/1");
  }

  /** Whether standard error is shown on it. */
  static boolean showsErrors() {
    return isBehind("/proc/self/fd/2");
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
