package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged start script for Windows, under Wine's {@code cmd}, with a stand-in for {@code
 * java.exe} that prints its arguments. Wine's reading of a script is not quite that of Windows.
 */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class WindowsLauncherIT {

  private static final Path SCRIPT = Path.of("target/fetch-characters/bin/fetch-characters.cmd");
  private static final String HOME = "Program Files (x86) & more!";
  private static final String CACHE = "T:\\Zoë's cache";
  private static final String AUTO_CREATE = "-XX:+AutoCreateSharedArchive";
  private static final String MAIN = "io.github.fetchcharacters.Main";

  private static Path drive;
  private static Wine wine;
  private static Path java;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void startWine(@TempDir Path folder) throws Exception {
    drive = folder;
    wine = new Wine(drive);
    java = wine.compile("java.c", drive.resolve("java.exe"));
    install(HOME);
  }

  @AfterAll
  static void endWine() throws Exception {
    if (wine != null) {
      wine.end();
    }
  }

  @BeforeEach
  void useJdk() throws IOException {
    environment.put("JAVA_HOME", jdk("jdk", "17.0.15"));
  }

  /** Windows looks for a label in vain where the lines end otherwise. */
  @Test
  void eachLineEndsAsOnWindows() throws IOException {
    String script = Files.readString(SCRIPT, US_ASCII);

    assertThat(script.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(script).endsWith("\r\n");
  }

  // Which Java

  @ParameterizedTest
  @ValueSource(strings = {"T:\\jdk", "\"T:\\jdk\""})
  void javaHomeComesBeforeThePath(String home) throws Exception {
    environment.put("JAVA_HOME", home);
    environment.put("WINEPATH", jdk("old", "11.0.2") + "\\bin");

    assertThat(run("1").arguments()).containsSubsequence(MAIN, "1");
  }

  @Test
  void withoutJavaHomeTheFirstJavaOnThePathIsTaken() throws Exception {
    environment.remove("JAVA_HOME");
    environment.put(
        "WINEPATH", "T:\\none;" + jdk("a & b", "17.0.15") + "\\bin;" + jdk("old", "1.8") + "\\bin");

    assertThat(run("1").status()).isZero();
  }

  @Test
  void aJavaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
    environment.put("JAVA_HOME", jdk("shim & (x86)", "21.0.7"));
    Files.delete(drive.resolve("shim & (x86)/release"));

    assertThat(run("1").arguments()).containsSubsequence(MAIN, "1").doesNotContain(AUTO_CREATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "16.0.2", "no number"})
  void aJavaThatIsTooOldIsNamedWithItsVersion(String version) throws Exception {
    String home = jdk("old & (x86)", version);
    environment.put("JAVA_HOME", home);

    assertRefused(
        "needs Java 17 or newer, but %s\\bin\\java.exe (from JAVA_HOME) is Java %s;"
                .formatted(home, version)
            + " point JAVA_HOME at a newer one");
  }

  @Test
  void aJavaOnThePathThatIsTooOldIsNamedAsFoundThere() throws Exception {
    environment.remove("JAVA_HOME");
    String bin = jdk("old", "11.0.2") + "\\bin";
    environment.put("WINEPATH", bin);

    assertRefused(
        "needs Java 17 or newer, but %s\\java.exe (from the PATH) is Java 11.0.2;".formatted(bin)
            + " point JAVA_HOME at a newer one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17-ea", "170.0.1"})
  void java17AndLaterStarts(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version));

    assertThat(run("1").status()).isZero();
  }

  @Test
  void noJavaAtAllIsReported() throws Exception {
    environment.remove("JAVA_HOME");

    assertRefused(
        "no Java found; install Java 17 or newer, then put it on the PATH or point JAVA_HOME at it");
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    environment.put("JAVA_HOME", "T:\\no (such) & folder");

    assertRefused(
        "JAVA_HOME is T:\\no (such) & folder, but T:\\no (such) & folder\\bin\\java.exe is no"
            + " program that can be run; correct JAVA_HOME or unset it");
  }

  // Where the script is

  @Test
  void itIsFoundOnThePathByItsNameInQuotes() throws Exception {
    Ended ended = ended("set \"PATH=%PATH%;T:\\" + HOME + "\\bin\"& \"fetch-characters\" 1");

    assertThat(ended.arguments()).contains("T:\\" + HOME + "\\bin\\..\\lib\\fetch-characters.jar");
  }

  @Test
  void aCopyWithoutItsLibIsReported() throws Exception {
    Files.delete(install("alone").resolve("lib/fetch-characters.jar"));

    assertThat(ended("\"T:\\alone\\bin\\fetch-characters\" 1").err())
        .startsWith("fetch-characters: T:\\alone\\bin\\..\\lib\\fetch-characters.jar is missing; ");
  }

  @Test
  void aSemicolonInThePathIsReportedSinceJavaWouldSplitThere() throws Exception {
    install("a;b");

    assertThat(ended("\"T:\\a;b\\bin\\fetch-characters\" 1").err())
        .startsWith(
            "fetch-characters: T:\\a;b\\bin\\..\\lib\\fetch-characters.jar has a semicolon");
  }

  // What Java gets

  @Test
  void argumentsPassUnchanged() throws Exception {
    String words =
        "--name=\"a & b\" \"c|d<e>f(g)\" \"x^y\" wow! \"!PATH!\" \"\" 1,2;3 --k=v"
            + " \"日本 Zoë\" Zoë \"q\\\"z\\\"q\" 'a' \"end\\\\\" -";

    assertThat(run(words).mainArguments())
        .containsExactly(
            "--name=a & b",
            "c|d<e>f(g)",
            "x^y",
            "wow!",
            "!PATH!",
            "",
            "1,2;3",
            "--k=v",
            "日本 Zoë",
            "Zoë",
            "q\"z\"q",
            "'a'",
            "end\\",
            "-");
    assertThat(run("").mainArguments()).isEmpty();
  }

  @Test
  void moreThanNineArgumentsPass() throws Exception {
    assertThat(run("1 2 3 4 5 6 7 8 9 10 11 12").mainArguments()).hasSize(12).endsWith("12");
  }

  @Test
  void percentSignsPass() throws Exception {
    Files.writeString(drive.resolve("echo.cmd"), "@echo %*\r\n");
    assumeTrue(
        ended("T:\\echo.cmd 100%").out().equals("100%\n"),
        "left out: unlike Windows, this Wine expands the percent signs in a script's arguments");

    assertThat(run("100% \"a%20b\"").mainArguments()).containsExactly("100%", "a%20b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 143})
  void theExitStatusPasses(int status) throws Exception {
    environment.put("FAKE_STATUS", Integer.toString(status));

    assertThat(run("1").status()).isEqualTo(status);
  }

  @Test
  void extraOptionsComeLastAndMayBeQuoted() throws Exception {
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-Xmx1g \"-Done=a & b\"");

    assertThat(run("1").arguments())
        .containsSubsequence("-Xlog:disable", "-Xmx1g", "-Done=a & b", "-cp", MAIN, "1");
  }

  @ParameterizedTest
  @CsvSource({
    "FETCH_CHARACTERS_JAVA_OPTS, -XX:MaxHeapSize=40m,             -XX:+UseSerialGC",
    "FETCH_CHARACTERS_JAVA_OPTS, -Xmx99m,                         -XX:+UseSerialGC",
    "JDK_JAVA_OPTIONS,           '\"-Da=b & c\" -Xmn1m',          -XX:+UseSerialGC",
    "JAVA_TOOL_OPTIONS,          -Xmx40m -XX:+UseG1GC,            ''",
    "FETCH_CHARACTERS_JAVA_OPTS, -Xmx100m -XX:+UseGCOverheadLimit,-XX:+UseSerialGC -Xms48m -Xmn32m",
    "FETCH_CHARACTERS_JAVA_OPTS, -Xmx4G,                          -XX:+UseSerialGC -Xms48m -Xmn32m",
  })
  void theHeapIsTheUsualUnlessTheUserSizesIt(String variable, String options, String heap)
      throws Exception {
    environment.put(variable, options);

    List<String> arguments = run("1").arguments();
    assertThat(String.join(" ", arguments.subList(0, arguments.indexOf("-XX:TieredStopAtLevel=1"))))
        .isEqualTo(heap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare 1", "-v serve"})
  void whatMeasuresOrServesHasBothCompilers(String words) throws Exception {
    assertThat(run(words).arguments()).noneMatch(argument -> argument.contains("Tiered"));
  }

  // Which class-data archive

  @ParameterizedTest
  @ValueSource(strings = {"19", "25.0.1"})
  void from19OnJavaKeepsAnArchiveInTheLocalFolderOfTheUser(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version));
    String archive = CACHE + "\\fetch-characters\\" + version + "+6-Nobody.jsa";

    assertThat(cached(CACHE, "1").arguments())
        .contains("-XX:SharedArchiveFile=" + archive, AUTO_CREATE, "-XX:+VerifySharedSpaces")
        .anyMatch(argument -> argument.endsWith(":file=" + archive + ".log::filecount=0"));
  }

  @Test
  void anArchiveThatJavaCouldNotUseIsRemoved() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "21"));
    Path cache = Files.createDirectories(drive.resolve("Zoë's cache/fetch-characters"));
    Path archive = Files.createFile(cache.resolve("21+6-Nobody.jsa"));
    cached(CACHE, "1");
    assertThat(archive).exists();
    Path log = Files.writeString(cache.resolve("21+6-Nobody.jsa.log"), "damaged");

    cached(CACHE, "1");

    assertThat(archive).doesNotExist();
    assertThat(log).isEmptyFile();
  }

  @Test
  void aRunThatLoadsFewClassesMakesNoArchive() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25"));

    assertThat(cached(CACHE, "--help").arguments())
        .contains("-XX:+VerifySharedSpaces")
        .doesNotContain(AUTO_CREATE);
  }

  @ParameterizedTest
  @CsvSource({"18.0.2, T:\\plain", "25, relative", "25, T:\\a;b"})
  void elseThereIsNone(String version, String cache) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version));

    assertThat(cached(cache, "1").arguments())
        .contains(MAIN)
        .noneMatch(argument -> argument.contains("Archive"));
  }

  private static Path install(String name) throws IOException {
    Path home = drive.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.copy(SCRIPT, bin.resolve("fetch-characters.cmd"));
    Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("fetch-characters.jar"));
    return home;
  }

  /** A folder such as a JDK's, as Windows names it. */
  private static String jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(drive.resolve(name));
    if (Files.notExists(home.resolve("bin"))) {
      Files.copy(java, Files.createDirectory(home.resolve("bin")).resolve("java.exe"));
    }
    Files.writeString(
        home.resolve("release"),
        """
        IMPLEMENTOR="A = B"
        JAVA_RUNTIME_VERSION="%1$s+6-Nobody"
        JAVA_VERSION="%1$s"
        """
            .formatted(version));
    return "T:\\" + name;
  }

  private void assertRefused(String message) throws Exception {
    Ended ended = run("1");
    assertThat(ended.err()).isEqualTo("fetch-characters: " + message + "\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.status()).isEqualTo(2);
  }

  private Ended run(String words) throws Exception {
    return cached("", words);
  }

  /** Wine has a LOCALAPPDATA of its own. */
  private Ended cached(String folder, String words) throws Exception {
    return ended(
        "set \"LOCALAPPDATA=%s\"& \"T:\\%s\\bin\\fetch-characters.cmd\" %s"
            .formatted(folder, HOME, words));
  }

  private Ended ended(String line) throws Exception {
    Wine.Ended ended = wine.run(environment, line);
    return new Ended(ended.status(), ended.out(), ended.err());
  }

  /** An ended run; the stand-in for Java prints an argument a line. */
  private record Ended(int status, String out, String err) {

    List<String> arguments() {
      assertThat(err).isEmpty();
      return out.lines().toList();
    }

    List<String> mainArguments() {
      return arguments().subList(arguments().indexOf(MAIN) + 1, arguments().size());
    }
  }
}
