package io.github.fetchcharacters.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that shows the results page by page on the terminal that standard error writes to. Java
 * knows neither processes' groups nor their files, Linux's {@code /proc} has both.
 */
public final class Pager {

  private static final Path PROCESSES = Path.of("/proc");

  /** Behind the name, which may have any character: the state, the parent and the group. */
  private static final Pattern GROUP = Pattern.compile("(?s).*\\) . [0-9]+ ([0-9]+) .*");

  /** It reads the keys from standard error, and so has not opened the terminal. */
  private static final Set<String> READS_STANDARD_ERROR = Set.of("more");

  private Pager() {}

  /**
   * Whether another process of this one's group, which is the pipeline of a shell, has opened a
   * terminal beside its three streams: so do {@code less}, {@code most} and editors, to read keys
   * while their standard input is a pipe. False where the system does not show it.
   */
  public static boolean isBeside() {
    String own = group(PROCESSES.resolve("self"));
    if (own.isEmpty()) {
      return false;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (own.equals(group(process)) && readsKeys(process)) {
          return true;
        }
      }
    } catch (IOException notLinux) {
      // As below.
    }
    return false;
  }

  /** Empty for a process that has ended. */
  private static String group(Path process) {
    try {
      Matcher stat = GROUP.matcher(Files.readString(process.resolve("stat")));
      return stat.matches() ? stat.group(1) : "";
    } catch (IOException ended) {
      return "";
    }
  }

  private static boolean readsKeys(Path process) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (isOpenedTerminal(file)) {
          return true;
        }
      }
      return READS_STANDARD_ERROR.contains(Files.readString(process.resolve("comm")).strip());
    } catch (IOException notReadable) {
      return false;
    }
  }

  /** A file that this process has, too, comes from the shell. */
  private static boolean isOpenedTerminal(Path file) {
    Path number = file.getFileName();
    return Integer.parseInt(number.toString()) > 2
        && TerminalDevice.isTerminal(file)
        && !TerminalDevice.isTerminal(PROCESSES.resolve("self").resolve("fd").resolve(number));
  }
}
