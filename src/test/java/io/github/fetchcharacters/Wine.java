package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs command lines of Windows by Wine, without a display. The folder is drive T:, and all that
 * Wine sees of this machine's files beside its own.
 */
final class Wine {

  private static final String COMPILER = "x86_64-w64-mingw32-gcc";

  private final Path folder;
  private final Path prefix;
  private final Path runner;

  /** Without Wine, or a compiler for Windows, the tests of the class are left out. */
  Wine(Path folder) throws Exception {
    assumeInstalled("wine", "wine and wine64");
    assumeInstalled("wineserver", "wine and wine64");
    assumeInstalled(COMPILER, "gcc-mingw-w64-x86-64");
    this.folder = folder;
    this.prefix = folder.resolve("wine");
    this.runner = compile("run.c", folder.resolve("run.exe"));
    start(Map.of(), "wine", "wineboot", "--init");
    // Its link to the root of this machine.
    Files.delete(device("z:"));
    Files.createSymbolicLink(device("t:"), folder);
  }

  private Path device(String name) {
    return prefix.resolve("dosdevices").resolve(name);
  }

  private static void assumeInstalled(String program, String packages) {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    assumeTrue(
        installed,
        () -> "left out: " + program + " is not on the PATH; in Debian it is in " + packages);
  }

  /** Compiles a program for Windows. */
  Path compile(String source, Path program) throws Exception {
    Path text = folder.resolve(source);
    try (InputStream resource = Wine.class.getResourceAsStream("windows/" + source)) {
      Files.write(text, resource.readAllBytes());
    }
    Files.createDirectories(program.getParent());
    start(Map.of(), COMPILER, "-municode", "-O1", "-o", program.toString(), text.toString());
    return program;
  }

  /** An ended program of Windows, its lines ending as here. */
  record Ended(int status, String out, String err) {}

  /** Runs the line as the prompt of Windows would. */
  Ended run(Map<String, String> environment, String line) throws Exception {
    Path file = Files.writeString(folder.resolve("line"), "cmd /d /s /c \"" + line + "\"");
    return start(environment, "wine", runner.toString(), file.toString());
  }

  private Ended start(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(own());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  private Map<String, String> own() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("WINEPREFIX", prefix.toString());
    environment.put("WINEDEBUG", "-all");
    // No offer to install a runtime for .NET or a browser.
    environment.put("WINEDLLOVERRIDES", "mscoree,mshtml=");
    return environment;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8).replace("\r\n", "\n");
  }

  /** Ends Wine's own process, and removes its links to devices of this machine. */
  void end() throws Exception {
    start(Map.of(), "wineserver", "--kill");
    start(Map.of(), "wineserver", "--wait");
    try (DirectoryStream<Path> ports = Files.newDirectoryStream(device("."), "com*")) {
      for (Path port : ports) {
        Files.delete(port);
      }
    }
  }
}
