package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.output.comparison.Conditions;
import io.github.fetchcharacters.output.comparison.Exporter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The files that a comparison is written to. They are opened before anything is measured, so that a
 * bad path costs nothing; what an existing file holds is replaced only when there are figures.
 */
final class ExportFiles implements AutoCloseable {

  /** What is written, and where. */
  record Target(Path path, Exporter exporter) {}

  /**
   * An open file.
   *
   * @param path where it is, links followed
   * @param isNew whether it did not exist before
   */
  private record OpenFile(Target target, FileChannel channel, Path path, boolean isNew) {}

  private static final List<String> STANDARD_OUTPUT =
      List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private final List<OpenFile> files = new ArrayList<>();
  private boolean written;

  private ExportFiles() {}

  /**
   * Opens all files.
   *
   * @param targets by the option that asks for them
   * @throws ParameterException if one cannot be written, or two are the same
   */
  static ExportFiles open(CommandSpec spec, Map<String, Target> targets) throws IOException {
    ExportFiles files = new ExportFiles();
    Map<Path, String> options = new HashMap<>();
    for (Map.Entry<String, Target> entry : targets.entrySet()) {
      Target target = entry.getValue();
      try {
        String other = options.put(files.open(target), entry.getKey());
        if (other != null) {
          throw new IOException(other + " writes to it, too");
        }
      } catch (IOException failure) {
        files.close();
        throw new ParameterException(
            spec.commandLine(), "cannot write " + entry.getKey() + "=" + inWords(target, failure));
      }
    }
    return files;
  }

  private Path open(Target target) throws IOException {
    if (STANDARD_OUTPUT.contains(target.path().toString())) {
      throw new IOException("the table goes to standard output");
    }
    boolean isNew = Files.notExists(target.path());
    FileChannel channel =
        FileChannel.open(target.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Path path = target.path().toRealPath();
    files.add(new OpenFile(target, channel, path, isNew));
    return path;
  }

  private static String inWords(Target target, IOException failure) {
    String message = "" + failure.getMessage();
    boolean noFolder = message.equals(target.path().toString());
    return target.path() + ": " + (noFolder ? "there is no such folder" : message);
  }

  void write(Comparison comparison, Conditions conditions) throws IOException {
    written = true;
    for (OpenFile file : files) {
      String text = file.target().exporter().export(comparison, conditions);
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      try {
        if (Files.isRegularFile(file.path())) {
          file.channel().truncate(0);
        }
        while (bytes.hasRemaining()) {
          file.channel().write(bytes);
        }
      } catch (IOException failure) {
        throw new IOException(
            "cannot write " + file.target().path() + ": " + failure.getMessage(), failure);
      }
    }
  }

  /** Leaves no empty file behind where nothing was measured. */
  @Override
  public void close() throws IOException {
    for (OpenFile file : files) {
      file.channel().close();
      if (!written && file.isNew()) {
        Files.deleteIfExists(file.path());
      }
    }
  }
}
