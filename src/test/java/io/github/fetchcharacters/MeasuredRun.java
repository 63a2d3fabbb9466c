package io.github.fetchcharacters;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A program that runs the command in a process of its own, and prints its exit status, its peak of
 * memory in kB (VmHWM of proc(5)), and the peak of its descriptors, as seen at each record.
 */
final class MeasuredRun {

  private MeasuredRun() {}

  /** Notes the descriptors whenever a record comes. For one thread. */
  private static final class Descriptors extends OutputStream {

    private int peak;

    @Override
    public void write(int octet) {
      note();
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      note();
    }

    private void note() {
      String[] open = new File("/proc/self/fd").list();
      peak = Math.max(peak, open == null ? 0 : open.length);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Descriptors out = new Descriptors();
    int status =
        FetchCharacters.run(
            arguments,
            new Streams(new ByteArrayInputStream(new byte[0]), out, System.err, Map.of()));
    System.out.println(status + " " + memory() + " " + out.peak);
    System.exit(0);
  }

  private static String memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElseThrow();
  }
}
