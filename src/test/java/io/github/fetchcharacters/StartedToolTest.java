package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tool, started by its script on the JVM of the tests, which no stand-in for Java can replace.
 */
@DisabledOnOs(OS.WINDOWS)
final class StartedToolTest {

  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final String FETCH = "\"$0\" --demo --demo-latency=0ms ";

  private final Path folder;
  private final Path script;

  StartedToolTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.script = Files.createDirectories(folder.resolve("bin")).resolve("fetch-characters");
    Files.copy(
        Path.of("src/main/launcher/fetch-characters"), script, StandardCopyOption.COPY_ATTRIBUTES);
    pack(Files.createDirectories(folder.resolve("lib")).resolve("fetch-characters.jar"));
  }

  /** A name, a file's name, its content, and a variable; the script itself is ASCII. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC_ALL=xx_XX.UTF-8",
        "LC_CTYPE=xx_XX.UTF-8",
        "LANG=xx_XX.utf8",
        "LC_CTYPE=C.UTF-8 LC_MESSAGES=xx_XX.UTF-8",
        "LC_ALL=C",
      })
  void whatItIsGivenIsUtf8WhetherTheLocaleIsInstalledOrNot(String locale) throws Exception {
    assumeThat(Path.of("/usr/lib/locale/C.utf8")).exists();

    Ended ended =
        run(
            "zoe=$(printf 'zo\\303\\253') && echo --name=$zoe >$zoe && echo retries=1 >$zoe.properties"
                + " && export FETCH_CHARACTERS_CONFIG=$zoe.properties "
                + locale
                + " && "
                + FETCH
                + "@$zoe");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines())
        .hasSizeGreaterThan(1)
        .allMatch(name -> name.contains("Zo\u00eb "));
    assertThat(ended.status()).isZero();
  }

  @Test
  void adviceOnTheLocaleIsGivenWhereItHelps() throws Exception {
    assumeThat(Path.of("/usr/lib/locale/C.utf8")).exists();

    Ended ended = run("LC_ALL=xx_XX.UTF-8 " + FETCH + "--name=$(printf 'zo\\353')");

    assertThat(ended.err().lines().findFirst().orElseThrow())
        .isEqualTo("fetch-characters: cannot read '--name=zo\uFFFD': it is no text in UTF-8");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_19)
  void aDamagedArchiveInTheCacheCostsTimeAloneAndIsMadeAnew() throws Exception {
    assertThat(run(FETCH + "1")).isEqualTo(new Ended(0, "Rick Sanchez\n", ""));
    Path archive = archiveIn(folder.resolve("cache/fetch-characters"));
    damage(archive);
    byte[] damaged = Files.readAllBytes(archive);

    assertThat(run(FETCH + "1")).isEqualTo(new Ended(0, "Rick Sanchez\n", ""));
    assertThat(run(FETCH + "1")).isEqualTo(new Ended(0, "Rick Sanchez\n", ""));
    assertThat(Files.readAllBytes(archive)).isNotEqualTo(damaged);
  }

  /** As a copy on a full disk is. The JDK's own archive serves every class path. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0005, 0.5, 0.999})
  void aPackagedArchiveThatWasCutIsNotHeardOf(double part) throws Exception {
    Path whole = Path.of(JAVA_HOME, "lib/server/classes.jsa");
    Path release = Path.of(JAVA_HOME, "release");
    assumeThat(whole).exists();
    assumeThat(release).exists();
    Path archive = Files.copy(whole, folder.resolve("lib/classes.jsa"));
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("lib/classes.jsa.jvm"), maker(release));
    try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
      channel.truncate((long) (channel.size() * part));
    }

    assertThat(run(FETCH + "1")).isEqualTo(new Ended(0, "Rick Sanchez\n", ""));
  }

  private static String maker(Path release) throws IOException {
    Map<String, String> values =
        Files.readAllLines(release).stream()
            .map(line -> line.replace("\"", "").split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return values.get("IMPLEMENTOR") + " " + values.get("JAVA_RUNTIME_VERSION") + "\n";
  }

  private static Path archiveIn(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** Zeros one page in each sixteen, as a failing disk might; the header stays. */
  private static void damage(Path archive) throws IOException {
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
    int page = 4096;
    try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
      for (long at = 16L * page; at + page <= channel.size(); at += 16L * page) {
        channel.write(ByteBuffer.allocate(page), at);
      }
    }
  }

  /**
   * A jar of the classes under test, whose manifest names the others, as that of the package does.
   */
  private static void pack(Path jar) throws IOException {
    Path classes = Path.of("target/classes");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, otherJars());
    try (Stream<Path> files = Files.walk(classes);
        OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
      }
    }
  }

  private static String otherJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"))
        .map(path -> Path.of(path).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /** Runs a shell script in which {@code "$0"} is the tool. */
  private Ended run(String commands) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", commands, script.toString())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                System.getenv("PATH"),
                "JAVA_HOME",
                JAVA_HOME,
                "FETCH_CHARACTERS_CONFIG",
                "/dev/null",
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString()));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private record Ended(int status, String out, String err) {}
}
