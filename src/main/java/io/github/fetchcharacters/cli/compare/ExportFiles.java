package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.compare.report.Exporter;
import io.github.fetchcharacters.file.ExportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The files that a comparison is written to. They are checked before anything is measured, so that
 * a bad path costs nothing; what an existing file holds is replaced only when there are figures for
 * it.
 */
final class ExportFiles implements AutoCloseable {

  /** What is written, and where. */
  record Target(Path path, Exporter exporter) {}

  /**
   * @param holdsContent whether there is a file with something in it
   */
  private record Checked(Target target, ExportFile file, boolean holdsContent) {}

  private static final List<String> STANDARD_OUTPUT =
      List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private final List<Checked> files = new ArrayList<>();

  private ExportFiles() {}

  /**
   * Checks all files.
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
        String other = options.put(files.add(target), entry.getKey());
        if (other != null) {
          throw new IOException(other + " writes to it, too");
        }
      } catch (IOException failure) {
        files.close();
        throw new ParameterException(
            spec.commandLine(),
            "cannot write " + entry.getKey() + "=" + target.path() + ": " + failure.getMessage(),
            failure,
            spec.findOption(entry.getKey()),
            target.path().toString());
      }
    }
    return files;
  }

  private Path add(Target target) throws IOException {
    if (STANDARD_OUTPUT.contains(target.path().toString())) {
      throw new IOException("the table goes to standard output");
    }
    ExportFile file = ExportFile.at(target.path());
    files.add(new Checked(target, file, holdsContent(file.path())));
    return file.path();
  }

  /** No pipe, whose reader waits for the end of this run. */
  private static boolean holdsContent(Path path) throws IOException {
    return Files.isRegularFile(path) && Files.size(path) > 0;
  }

  /**
   * Writes all of them; one that fails does not cost the others.
   *
   * @throws IOException if any failed; the message names each
   */
  void write(Comparison comparison, Conditions conditions) throws IOException {
    write(checked -> checked.target().exporter().export(comparison, conditions));
  }

  /**
   * Writes those that have a place for a refused comparison; the others stay as they were, and so
   * does what an earlier one wrote if the user ended this one.
   */
  void write(Refusal refusal, Conditions conditions) throws IOException {
    write(
        checked ->
            refusal.interrupted() && checked.holdsContent()
                ? null
                : checked.target().exporter().refused(refusal, conditions));
  }

  private void write(Function<Checked, @Nullable String> text) throws IOException {
    List<String> failures = new ArrayList<>();
    for (Checked checked : files) {
      String content = text.apply(checked);
      try {
        if (content != null) {
          checked.file().write(content.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException failure) {
        failures.add("cannot write " + checked.target().path() + ": " + failure.getMessage());
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException(String.join("; ", failures));
    }
  }

  @Override
  public void close() throws IOException {
    for (Checked checked : files) {
      checked.file().close();
    }
  }
}
