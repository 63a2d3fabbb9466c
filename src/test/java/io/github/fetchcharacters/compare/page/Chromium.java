package io.github.fetchcharacters.compare.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path program;
  private final Path folder;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The browser of this machine. Where there is none the test is skipped; in CI, which installs
   * one, it fails.
   *
   * @param folder for its profile and what it writes
   */
  static Chromium inFolder(Path folder) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        Path program = Path.of(directory).resolve(name);
        if (Files.isExecutable(program)) {
          return new Chromium(program, folder);
        }
      }
    }
    String missing = "the report is not looked at: no Chromium on the PATH (Debian: chromium)";
    if (System.getenv("CI") != null) {
      Assertions.fail(missing);
    }
    Assumptions.abort(missing);
    throw new AssertionError("abort returned");
  }

  /**
   * A page that was loaded.
   *
   * @param dom the document after its scripts ran
   * @param console what the page had logged, errors and refused requests included
   */
  record Page(String dom, List<String> console) {}

  Page load(Path page) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("chromium.log");
    run(dom, log, List.of("--dump-dom"), page);
    List<String> console = Files.readAllLines(log).stream().filter(Chromium::isConsole).toList();
    return new Page(Files.readString(dom), console);
  }

  /** Draws the page in a window of this size and returns the PNG's path. */
  Path screenshot(Path page, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    Path picture = folder.resolve("page.png");
    List<String> options =
        List.of(
            "--screenshot=" + picture,
            "--hide-scrollbars",
            "--window-size=" + width + "," + height,
            "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
    run(folder.resolve("out"), folder.resolve("chromium.log"), options, page);
    return picture;
  }

  private static boolean isConsole(String line) {
    return line.contains(":CONSOLE");
  }

  private void run(Path out, Path err, List<String> options, Path page)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--enable-logging=stderr",
            "--v=0",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(options);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Assertions.fail("%s did not end; it said: %s", program, Files.readString(err));
    }
    Assertions.assertThat(process.exitValue()).as(Files.readString(err)).isZero();
  }
}
