package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The start script as a process of its own, under each shell this machine has, mostly with a
 * stand-in for {@code java} that prints its process id, folder and arguments.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("shells")
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final Path SCRIPT = Path.of("src/main/launcher/fetch-characters");
  private static final String AUTO_CREATE = "-XX:+AutoCreateSharedArchive";
  private static final String VERIFY = "-XX:+VerifySharedSpaces";
  private static final String ASCII = "-Dfetch-characters.ascii=true";
  private static final String MAIN = "io.github.fetchcharacters.Main";

  /** When an archive was made: its jars' time. */
  private static final FileTime MADE = FileTime.from(1_700_000_000, TimeUnit.SECONDS);

  private final List<String> shell;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Path launcher;
  private String input = "";

  LauncherTest(List<String> shell, @TempDir Path folder) throws IOException {
    this.shell = shell;
    this.folder = folder;
    this.launcher = installIn(folder.resolve("installed"));
    environment.put("PATH", System.getenv("PATH"));
  }

  static Stream<List<String>> shells() {
    return Stream.of(
            List.of("/bin/sh"),
            List.of("dash"),
            List.of("bash", "--posix"),
            List.of("busybox", "sh"))
        .filter(command -> isInstalled(command.get(0)));
  }

  // Which Java

  @Test
  void javaHomeComesBeforeThePath() throws Exception {
    environment.put("JAVA_HOME", jdk("wanted", "17.0.15").toString());
    pathStartsWith(jdk("other", "17.0.15").resolve("bin"));

    assertThat(run().program()).isEqualTo(folder.resolve("wanted/bin/java").toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutJavaHomeTheFirstJavaOnThePathIsTaken(boolean emptyJavaHome) throws Exception {
    if (emptyJavaHome) {
      environment.put("JAVA_HOME", "");
    }
    Path notAProgram = Files.createDirectories(folder.resolve("no program"));
    Files.createDirectories(notAProgram.resolve("java"));
    pathStartsWith(jdk("second", "17.0.15").resolve("bin"));
    pathStartsWith(jdk("fir st*", "17.0.15").resolve("bin"));
    pathStartsWith(notAProgram);

    assertThat(run().program()).isEqualTo(folder.resolve("fir st*/bin/java").toString());
  }

  @Test
  void theJavaThatItWasPackedWithComesBeforeAll() throws Exception {
    environment.put("JAVA_HOME", "/nowhere/jdk");
    pathStartsWith(jdk("other", "17.0.15").resolve("bin"));
    jdk("installed/lib/runtime", "17.0.15");

    assertThat(Path.of(run().program()).toRealPath())
        .isEqualTo(folder.resolve("installed/lib/runtime/bin/java").toRealPath());
  }

  @Test
  void noJavaAtAllIsReported() throws Exception {
    environment.put("PATH", folder.toString());

    assertRefused(
        "no Java found; install Java 17 or newer, then put it on the PATH or point JAVA_HOME at it");
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    environment.put("JAVA_HOME", "/nowhere/jdk");
    pathStartsWith(jdk("unasked", "17.0.15").resolve("bin"));

    assertRefused(
        "JAVA_HOME is /nowhere/jdk, but /nowhere/jdk/bin/java is no program that can be run;"
            + " correct JAVA_HOME or unset it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "9", "11.0.2", "16.0.2"})
  void aJavaThatIsTooOldIsNamedWithItsVersion(String version) throws Exception {
    Path home = jdk("old", version);
    environment.put("JAVA_HOME", home.toString());

    assertTooOld(home.resolve("bin/java"), "from JAVA_HOME", version);
  }

  @Test
  void aJavaOnThePathThatIsTooOldIsNamedAsFoundThere() throws Exception {
    Path bin = jdk("old", "11.0.2").resolve("bin");
    pathStartsWith(bin);

    assertTooOld(bin.resolve("java"), "from the PATH", "11.0.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17-ea", "17.0.15", "21.0.7", "25", "170.0.1"})
  void java17AndLaterStartsWithoutBeingAskedForItsVersion(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version).toString());

    assertThat(run().status()).isZero();
    assertThat(folder.resolve("asked")).doesNotExist();
  }

  @Test
  void theVersionOfALinkedJavaIsReadWhereTheLinksLead() throws Exception {
    Path java = jdk("real", "17.0.15").resolve("bin/java");
    Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
    Files.createSymbolicLink(alternatives.resolve("java"), java);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../alternatives/java"));
    pathStartsWith(bin);

    assertThat(run().status()).isZero();
    assertThat(folder.resolve("asked")).doesNotExist();
  }

  @Test
  void aJavaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
    Path home = jdk("shim", "21.0.7");
    Files.delete(home.resolve("release"));
    environment.put("JAVA_HOME", home.toString());
    input = "for java alone\n";

    Run run = run();

    assertThat(run.status()).isZero();
    assertThat(run.input()).isEqualTo("for java alone");
    assertThat(folder.resolve("asked")).exists();
  }

  @Test
  void aJavaWithoutReleaseFileMayAnswerThatItIsTooOld() throws Exception {
    Path home = jdk("shim", "1.8.0_412");
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\n");
    environment.put("JAVA_HOME", home.toString());

    assertTooOld(home.resolve("bin/java"), "from JAVA_HOME", "1.8.0_412");
  }

  @Test
  void theOutputOfAJavaWithoutAVersionIsQuoted() throws Exception {
    Path bin = folder.resolve("stub");
    program(bin, "java", "echo 'no Java here' >&2; exit 1");
    pathStartsWith(bin);

    assertRefused(bin.resolve("java") + " (from the PATH) does not run: no Java here");
  }

  // Where the script is

  @Test
  void linksToTheScriptAreFollowed() throws Exception {
    useJdk();
    launcher = chainOfLinksTo(launcher);

    assertClassPath(folder.resolve("installed"));
  }

  @Test
  void linksAreFollowedWhereReadlinkKnowsNoOption() throws Exception {
    useJdk();
    Path tools = folder.resolve("old tools");
    program(
        tools, "readlink", "case $1 in -*) exit 1 ;; esac; PATH=$REAL_PATH; exec readlink \"$1\"");
    pathStartsWith(tools);
    environment.put("REAL_PATH", System.getenv("PATH"));
    launcher = chainOfLinksTo(launcher);

    assertClassPath(folder.resolve("installed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"with space", "$HOME `id` $(id)", "a'b\"c\\d", "*?[a-z]", "-dash", "#;&|%20"})
  void anyFolderNameWillDo(String name) throws Exception {
    useJdk();
    launcher = installIn(folder.resolve(name));

    assertClassPath(folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bin", "lib", ".."})
  void itStartsFromAnyFolderAndStaysThere(String from) throws Exception {
    useJdk();
    Path home = folder.resolve("in *stalled");
    installIn(home);
    Path workingFolder = home.resolve(from).toRealPath();
    launcher = workingFolder.relativize(home.toRealPath().resolve("bin/fetch-characters"));
    environment.put("CDPATH", folder + ":/");

    Run run = runIn(workingFolder);

    assertThat(run.workingFolder()).isEqualTo(workingFolder.toString());
    assertThat(workingFolder.resolve(run.classPath()).toRealPath())
        .isEqualTo(home.resolve("lib/fetch-characters.jar").toRealPath());
  }

  @Test
  void aCopyWithoutItsLibIsReported() throws Exception {
    useJdk();
    Files.delete(folder.resolve("installed/lib/fetch-characters.jar"));

    assertRefused(
        folder.resolve("installed/bin")
            + "/../lib/fetch-characters.jar is missing;"
            + " keep bin and lib together, and link to this script instead of copying it");
  }

  @Test
  void aColonInThePathIsReportedSinceJavaWouldSplitThere() throws Exception {
    useJdk();
    launcher = installIn(folder.resolve("a:b"));

    assertRefused(
        folder.resolve("a:b/bin")
            + "/../lib/fetch-characters.jar has a colon in its path, at which Java would split it;"
            + " move it to another folder");
  }

  @Test
  void itIsAProgramOfItsOwn() throws Exception {
    useJdk();

    assertThat(run(folder, List.of(launcher.toString())).status()).isZero();
  }

  // What Java gets

  @Test
  void argumentsPassUnchanged() throws Exception {
    useJdk();
    String[] arguments = {
      "", "a  b", "*", "$HOME", "`id`", "\"", "'", "\\", "\\n", "two\nlines", "-", "--", "@f", ""
    };

    assertThat(run(arguments).mainArguments()).containsExactly(arguments);
    assertThat(run().mainArguments()).isEmpty();
  }

  @Test
  void extraOptionsAreSplitAtWhiteSpaceAlone() throws Exception {
    useJdk();
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "  -Xmx1g\t/* \n-Done='b -Dtwo=$HOME ");

    assertThat(run().arguments())
        .containsSubsequence(
            "-XX:+UseSerialGC", "-Xmx1g", "/*", "-Done='b", "-Dtwo=$HOME", "-cp", MAIN)
        .doesNotContain("");
  }

  @Test
  void extraOptionsAreSplitWhenJavaComesFromThePathToo() throws Exception {
    pathStartsWith(jdk("new", "17.0.15").resolve("bin"));
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-Done=a:b -Dtwo=c");

    assertThat(run().arguments()).containsSubsequence("-Done=a:b", "-Dtwo=c", "-cp", MAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 70, 143})
  void theExitStatusPasses(int status) throws Exception {
    useJdk();
    environment.put("FAKE_STATUS", Integer.toString(status));

    assertThat(run().status()).isEqualTo(status);
  }

  @Test
  void itBecomesJavaSoThatSignalsReachIt() throws Exception {
    useJdk();

    Run run = run();

    assertThat(run.reportedPid()).isEqualTo(Long.toString(run.pid()));
  }

  @Test
  void thisJvmTakesTheOptionsAndKeepsItsWarningsOffStandardOutput() throws Exception {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-Xmx64m -Xmn128m -version");

    Run run = run();

    assertThat(run.status()).isZero();
    assertThat(run.output()).isEmpty();
    assertThat(run.error())
        .contains("[warning]", "MaxNewSize", System.getProperty("java.vm.version"));
  }

  /** Each alone, in each variable that Java or the script reads: Java refuses contradictions. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FETCH_CHARACTERS_JAVA_OPTS=-Xmx40m",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xmx8m -Xmn2m",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xmx100m",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xms10m",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xms200m -Xmx200m",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xms96m -Xmn64m",
        "FETCH_CHARACTERS_JAVA_OPTS=-XX:MaxHeapSize=40m",
        "FETCH_CHARACTERS_JAVA_OPTS=-XX:InitialHeapSize=10m",
        "FETCH_CHARACTERS_JAVA_OPTS=-XX:MaxRAMPercentage=1",
        "FETCH_CHARACTERS_JAVA_OPTS=-XX:+UseParallelGC",
        "FETCH_CHARACTERS_JAVA_OPTS=-Xmx40m -XX:+UseG1GC",
        "JDK_JAVA_OPTIONS=-Xmx40m",
        "JAVA_TOOL_OPTIONS=-Xmx40m -XX:+UseG1GC",
      })
  void thisJvmStartsWithTheHeapThatTheUserSizes(String variable) throws Exception {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-version");
    environment.merge(
        variable.substring(0, variable.indexOf('=')),
        variable.substring(variable.indexOf('=') + 1),
        (version, options) -> options + " " + version);

    Run run = run();

    assertThat(run.error())
        .contains(System.getProperty("java.vm.version"))
        .doesNotContain("[warning]");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xmx512m", "-Xmx1g", "-Xmx4G", "-XX:+UseGCOverheadLimit", "-Done=-Xmx40m"})
  void whatLeavesRoomForTheUsualHeapKeepsIt(String option) throws Exception {
    useJdk();
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", option);

    assertThat(run().arguments())
        .containsSubsequence("-XX:+UseSerialGC", "-Xms48m", "-Xmn32m", option);
  }

  /** It prints them where it prints a thread dump, too. */
  @Test
  void whatThisJvmPrintsGoesToStandardError() throws Exception {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-XX:+PrintCommandLineFlags -version");

    Run run = run();

    assertThat(run.output()).isEmpty();
    assertThat(run.error()).contains("-XX:+PrintCommandLineFlags");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC_ALL=xx_XX.UTF-8",
        "LC_ALL=xx_XX.utf8@latin",
        "LC_CTYPE=UTF-8",
        "LC_CTYPE=C.UTF-8 LANG=xx_XX.UTF-8",
        "LC_ALL= LANG=xx_XX.UTF-8",
        "LC_CTYPE=xx_XX.UTF-8 LANG=C"
      })
  void aUtf8LocaleNeedsNoInstalling(String locale) throws Exception {
    assumeThat(hasNeutralUtf8()).isTrue();
    useJdk();
    putAll(locale);

    Run run = run();

    assertThat(run.locale()).isEqualTo("C.UTF-8");
    assertThat(run.arguments()).doesNotContain(ASCII);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LC_ALL=de_DE.ISO-8859-1 LANG=C.UTF-8", "LC_ALL=ja_JP.eucJP", "LC_ALL=de_DE@euro"})
  void anotherLocaleStaysAsItIs(String locale) throws Exception {
    useJdk();
    putAll(locale);

    assertThat(run().locale()).isEqualTo(environment.get("LC_ALL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LC_ALL=C", "LC_ALL= LC_CTYPE=POSIX LANG=xx_XX.UTF-8"})
  void withoutALocaleArgumentsAreUtf8ButNothingMoreThanAsciiIsDrawn(String locale)
      throws Exception {
    useJdk();
    putAll(locale);

    Run run = run();

    assertThat(run.locale()).isEqualTo("C.UTF-8");
    assertThat(run.arguments()).contains(ASCII);
  }

  private void putAll(String variables) {
    for (String variable : variables.split(" ", -1)) {
      int end = variable.indexOf('=');
      if (end > 0) {
        environment.put(variable.substring(0, end), variable.substring(end + 1));
      }
    }
  }

  private static boolean hasNeutralUtf8() {
    return Stream.of("C.utf8", "C.UTF-8")
        .anyMatch(name -> Files.isDirectory(Path.of("/usr/lib/locale", name)));
  }

  @Test
  void aFetchHasTheQuickCompilerAlone() throws Exception {
    useJdk();

    assertThat(run("-f", "json", "1-20000").arguments()).contains("-XX:TieredStopAtLevel=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "serve"})
  void whatMeasuresOrServesHasBoth(String command) throws Exception {
    useJdk();

    assertThat(run(command).arguments()).noneMatch(argument -> argument.contains("Tiered"));
  }

  // Which class-data archive

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "25"})
  void theArchiveThatThisJavaMadeIsPassed(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version).toString());
    cacheIn(folder.resolve("cache"));
    Path archive = archiveMadeBy("A = B " + version + "+6-Nobody");

    Run run = run();

    assertThat(run.archive()).contains(archive.toRealPath());
    assertThat(run.arguments()).doesNotContain(AUTO_CREATE, VERIFY, "-Xshare:auto");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void upToJava18TheClassPathForItIsTheSameWhereverTheToolIs() throws Exception {
    useJdk();
    archiveMadeBy("A = B 17.0.15+6-Nobody");
    Files.writeString(folder.resolve("installed/lib/fetch-characters.jar"), "the jar");

    Run run = run();

    assertThat(run.classPath()).isEqualTo(Path.of("/proc/self/fd/9/fetch-characters.jar"));
    assertThat(run.jar()).isEqualTo("the jar");
  }

  @Test
  void from19OnTheClassPathIsPlain() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "19").toString());
    archiveMadeBy("A = B 19+6-Nobody");

    assertClassPath(folder.resolve("installed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A = B 17.0.14+7-Nobody", "B 17.0.15+6-Nobody", ""})
  void anArchiveThatAnotherJavaMadeIsNot(String jvm) throws Exception {
    useJdk();
    archiveMadeBy(jvm);

    assertThat(run().archive()).isEmpty();
  }

  @Test
  void anArchiveWhoseMakerIsNotKnownIsNot() throws Exception {
    useJdk();
    Files.delete(archiveMadeBy("A = B 17.0.15+6-Nobody").resolveSibling("classes.jsa.jvm"));

    assertThat(run().archive()).isEmpty();
  }

  /** As of {@code cp -r}: Java takes an archive only for jars of the time that it was made with. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theJarsOfACopyGetTheTimeThatTheArchiveKnows() throws Exception {
    useJdk();
    Path archive = archiveOfJarsFrom(MADE);
    Path other = Files.createFile(archive.resolveSibling("other 2.jar"));
    writeSums();

    assertThat(run().archive()).contains(archive.toRealPath());
    assertThat(Files.getLastModifiedTime(jar())).isEqualTo(MADE);
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(MADE);
  }

  /** Of the same size and time it would pass for the one whose classes the archive holds. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anotherJarKeepsItsTimeAndTheArchiveIsNotPassed() throws Exception {
    useJdk();
    archiveOfJarsFrom(MADE);
    writeSums();
    Files.writeString(jar(), "another jar");
    Files.setLastModifiedTime(jar(), FileTime.fromMillis(0));

    assertThat(run().archive()).isEmpty();
    assertThat(Files.getLastModifiedTime(jar())).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void jarsOfTheTimeThatTheArchiveKnowsAreNotReadForIt() throws Exception {
    useJdk();
    Path archive = archiveOfJarsFrom(MADE);
    Files.setLastModifiedTime(jar(), MADE);

    assertThat(run().archive()).contains(archive.toRealPath());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutAProgramThatSaysTheTimeTheArchiveIsPassed() throws Exception {
    useJdk();
    environment.put("PATH", folder.resolve("nothing").toString());
    Path archive = archiveOfJarsFrom(MADE);

    assertThat(run().archive()).contains(archive.toRealPath());
  }

  // What --version --verbose says of it

  @ParameterizedTest
  @ValueSource(strings = {"--version --verbose", "-v -V", "-Vv", "-vV serve"})
  void anArchiveThatJavaDoesNotStartFromIsNamed(String arguments) throws Exception {
    useJdk();
    Path archive = archiveMadeBy("A = B 17.0.15+6-Nobody");

    assertThat(run(arguments.split(" ")).arguments())
        .contains(detail("none, since %s does not fit".formatted(installed(archive))));
  }

  @Test
  void anArchiveOfAnotherJavaIsNamedWithItsMaker() throws Exception {
    useJdk();
    Path archive = archiveMadeBy("Maker 17.0.14+7");

    assertThat(run("--version", "--verbose").arguments())
        .contains(
            detail("none, since %s was made by Maker 17.0.14+7".formatted(installed(archive))));
  }

  @Test
  void noArchiveIsSaidToBeNone() throws Exception {
    useJdk();

    assertThat(run("--version", "--verbose").arguments()).contains(detail("none"));
  }

  @Test
  void theArchiveThatTheNextFetchMakesIsNamed() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "19").toString());
    cacheIn(folder.resolve("cache"));

    assertThat(run("--version", "--verbose").arguments())
        .contains(
            detail(
                "none before the first fetch, which makes "
                    + folder.resolve("cache/fetch-characters/19+6-Nobody.jsa")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "--verbose 1", "1 -v"})
  void withoutBothOptionsNothingIsSaid(String arguments) throws Exception {
    useJdk();
    archiveMadeBy("A = B 17.0.15+6-Nobody");

    assertThat(run(arguments.split(" ")).arguments())
        .noneMatch(argument -> argument.startsWith("-Dfetch-characters.archive"));
  }

  private static String detail(String of) {
    return "-Dfetch-characters.archive=" + of;
  }

  /** As the script writes it, which looks from its own folder. */
  private String installed(Path archive) {
    return folder.resolve("installed/bin") + "/../lib/" + archive.getFileName();
  }

  @Test
  void noArchiveIsPassedToAJavaOfUnknownBuild() throws Exception {
    Path home = jdk("new", "25");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
    environment.put("JAVA_HOME", home.toString());
    cacheIn(folder.resolve("cache"));
    archiveMadeBy("");

    assertThat(run().archive()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"19", "21.0.7", "25"})
  void anotherJavaFrom19OnKeepsAnArchiveInTheCache(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version).toString());
    archiveMadeBy("A = B 17.0.15+6-Nobody");
    cacheIn(folder.resolve("ca *che/of mine"));

    Run run = run();

    assertThat(run.archive())
        .contains(folder.resolve("ca *che/of mine/fetch-characters/" + version + "+6-Nobody.jsa"));
    assertThat(run.arguments()).contains(AUTO_CREATE, VERIFY);
    Path log = folder.resolve("ca *che/of mine/fetch-characters/" + version + "+6-Nobody.jsa.log");
    assertThat(run.arguments())
        .anySatisfy(argument -> assertThat(argument).endsWith(":file=" + log + "::filecount=0"));
    assertThat(log).isEmptyFile();
    assertThat(log.getParent()).isDirectoryNotContaining(file -> !file.equals(log));
  }

  @Test
  void theCacheIsInTheHomeFolderUnlessSaid() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    environment.put("HOME", folder.resolve("home").toString());

    assertThat(run().archive())
        .contains(folder.resolve("home/.cache/fetch-characters/25+6-Nobody.jsa"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-h",
        "--help",
        "-V",
        "--version",
        "serve",
        "cache",
        "generate-completion",
        "help"
      })
  void aRunThatLoadsFewClassesMakesNoArchive(String argument) throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    cacheIn(folder.resolve("cache"));

    Run run = run(argument);

    assertThat(run.archive()).isPresent();
    assertThat(run.arguments()).doesNotContain(AUTO_CREATE).contains(VERIFY);
  }

  @Test
  void theFolderForItIsTheUsersAlone() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    cacheIn(folder.resolve("cache"));

    run(folder, List.of("sh", "-c", "umask 0; exec \"$0\"", launcher.toString()));

    assertThat(Files.getPosixFilePermissions(folder.resolve("cache/fetch-characters")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @CsvSource({"32769, true", "32768, false", "-, false"})
  void anArchiveIsMadeOnlyWhereThereIsRoom(String kilobytes, boolean made) throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    cacheIn(folder.resolve("cache"));
    Path tools = folder.resolve("tools");
    program(
        tools,
        "df",
        "printf '%s\n' 'Filesystem 1024-blocks Used Available Capacity Mounted on'"
            + " '/dev/disk 400000 1 "
            + kilobytes
            + " 50% /mnt 1'");
    pathStartsWith(tools);

    Run run = run();

    assertThat(run.arguments().contains(AUTO_CREATE)).isEqualTo(made);
    assertThat(run.error()).isEmpty();
  }

  /** A user who writes there could choose the code that runs. */
  @ParameterizedTest
  @CsvSource({
    "rwx------, rw-------, true",
    "rwxr-xr-x, r--r--r--, true",
    "rwxrwxr-x, rw-------, false",
    "rwxr-xrwx, rw-------, false",
    "rwx------, rw-rw----, false",
    "rwx------, rw----rw-, false",
  })
  void anArchiveThatOthersCouldWriteIsNotPassed(String ofFolder, String ofFile, boolean passed)
      throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Path archive = archiveInCache();
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString(ofFile));
    Files.setPosixFilePermissions(archive.getParent(), PosixFilePermissions.fromString(ofFolder));

    Run run = run();

    assertThat(run.archive().isPresent()).isEqualTo(passed);
    assertThat(run.arguments().contains(AUTO_CREATE)).isEqualTo(passed);
    assertThat(run.error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArchiveOfAnotherUserIsNotPassed(boolean folderToo) throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root"); // Only root can give it away.
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Path archive = archiveInCache();
    Files.setAttribute(folderToo ? archive.getParent() : archive, "unix:uid", 65534);

    assertThat(run().archive()).isEmpty();
  }

  /**
   * Java reports there what is wrong with the archive; after most damage it does not make another
   * by itself.
   */
  @Test
  void anArchiveThatJavaCouldNotUseIsRemovedAndMadeAnew() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Path archive = archiveInCache();
    Files.writeString(archive, "damaged");
    Path log = Files.writeString(archive.resolveSibling("25+6-Nobody.jsa.log"), "why");

    Run run = run();

    assertThat(archive).doesNotExist();
    assertThat(run.arguments()).contains(AUTO_CREATE);
    assertThat(log).isEmptyFile();
  }

  /** Java would not start. */
  @Test
  void aLogThatCannotBeWrittenIsNotPassed() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Path archive = archiveInCache();
    Files.createDirectory(archive.resolveSibling("25+6-Nobody.jsa.log"));

    Run run = run();

    assertThat(run.arguments()).contains(AUTO_CREATE).noneMatch(word -> word.contains(":file="));
    assertThat(run.error()).isEmpty();
  }

  /** Java creates it with the umask. */
  @Test
  void anArchiveThatOthersCouldReadBecomesTheUsersAlone() throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Path archive = archiveInCache();
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    Path cache = archive.getParent();
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(run().archive()).isPresent();

    assertThat(Files.getPosixFilePermissions(archive))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private Path archiveInCache() throws IOException {
    cacheIn(folder.resolve("cache"));
    Path cache = Files.createDirectories(folder.resolve("cache/fetch-characters"));
    return Files.createFile(cache.resolve("25+6-Nobody.jsa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "18.0.2"})
  void before19NothingIsKept(String version) throws Exception {
    environment.put("JAVA_HOME", jdk("new", version).toString());
    cacheIn(folder.resolve("cache"));

    assertThat(run().archive()).isEmpty();
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a file", "a:b", "relative", ""})
  void withoutACacheFolderThatWillDoItStartsPlainly(String cache) throws Exception {
    environment.put("JAVA_HOME", jdk("new", "25").toString());
    Files.createFile(folder.resolve("a file"));
    Path path = folder.resolve(cache);
    environment.put("XDG_CACHE_HOME", cache.equals("relative") ? cache : path.toString());
    if (cache.isEmpty()) {
      environment.remove("XDG_CACHE_HOME");
    }

    Run run = run();

    assertThat(run.archive()).isEmpty();
    assertThat(run.arguments()).doesNotContain(AUTO_CREATE);
    assertThat(run.error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 1_000_000})
  void aDamagedArchiveIsNotHeardOf(int size) throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    assumeThat(home.resolve("release")).exists();
    environment.put("JAVA_HOME", home.toString());
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-version");
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    String jvm = release.get("IMPLEMENTOR") + " " + release.get("JAVA_RUNTIME_VERSION");
    Files.write(archiveMadeBy(jvm.replace("\"", "")), new byte[size]);

    Run run = run();

    assertThat(run.status()).isZero();
    assertThat(run.output()).isEmpty();
    assertThat(run.error()).startsWith("openjdk version").hasLineCount(3);
  }

  private Path archiveMadeBy(String jvm) throws IOException {
    Path lib = folder.resolve("installed/lib");
    Files.writeString(lib.resolve("classes.jsa.jvm"), jvm + "\n");
    return Files.createFile(lib.resolve("classes.jsa"));
  }

  /** Of this Java and the jars of that time; they have another one. */
  private Path archiveOfJarsFrom(FileTime time) throws IOException {
    Path archive = archiveMadeBy("A = B 17.0.15+6-Nobody");
    Files.writeString(
        archive.resolveSibling("classes.jsa.jvm"),
        time.to(TimeUnit.SECONDS) + "\n",
        StandardOpenOption.APPEND);
    return archive;
  }

  private void writeSums() throws Exception {
    Path lib = folder.resolve("installed/lib");
    Process sums =
        new ProcessBuilder("sh", "-c", "cksum ./*.jar >classes.jsa.sums")
            .directory(lib.toFile())
            .start();
    assertThat(sums.waitFor()).isZero();
  }

  private Path jar() {
    return folder.resolve("installed/lib/fetch-characters.jar");
  }

  private void cacheIn(Path cache) {
    environment.put("XDG_CACHE_HOME", cache.toString());
  }

  private void assertClassPath(Path home) throws Exception {
    assertThat(run().classPath().toRealPath())
        .isEqualTo(home.resolve("lib/fetch-characters.jar").toRealPath());
  }

  private static Path installIn(Path home) throws IOException {
    Path script = Files.createDirectories(home.resolve("bin")).resolve("fetch-characters");
    Files.copy(SCRIPT, script, StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("fetch-characters.jar"));
    return script;
  }

  private Path chainOfLinksTo(Path target) throws IOException {
    Path far = Files.createDirectories(folder.resolve("f ar/away"));
    Files.createSymbolicLink(
        far.resolve("relative"), Path.of("../..").resolve(folder.relativize(target)));
    Files.createSymbolicLink(far.resolve("absolute"), far.resolve("relative"));
    return Files.createSymbolicLink(folder.resolve("chain"), Path.of("f ar/away/absolute"));
  }

  private void useJdk() throws IOException {
    environment.put("JAVA_HOME", jdk("j d*k", "17.0.15").toString());
  }

  /** A folder such as a JDK's, whose {@code java} reports how it was called. */
  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    program(
        home.resolve("bin"),
        "java",
        """
        if [ "$1" = -version ]; then
          : >'%s'
          read -r stolen
          echo 'Picked up JAVA_TOOL_OPTIONS: -Da="b"' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2
          exit
        fi
        read -r line
        read -r jar 2>/dev/null </proc/self/fd/9/fetch-characters.jar
        printf '%%s\\0' "$0" "$$" "$(pwd -P)" "$line" "$jar" "$LC_ALL" "$@"
        exit "${FAKE_STATUS:-0}"
        """
            .formatted(folder.resolve("asked"), version));
    Files.writeString(
        home.resolve("release"),
        """
        IMPLEMENTOR="A = B"
        JAVA_RUNTIME_VERSION="%1$s+6-Nobody"
        JAVA_VERSION="%1$s"
        JAVA_VERSION_DATE="2025-04-15"
        """
            .formatted(version));
    return home;
  }

  private static void program(Path bin, String name, String script) throws IOException {
    Path file = Files.createDirectories(bin).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void pathStartsWith(Path bin) {
    environment.merge("PATH", bin.toString(), (old, first) -> first + File.pathSeparator + old);
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(bin -> Files.isExecutable(Path.of(bin).resolve(program)));
  }

  private void assertRefused(String message) throws Exception {
    Run run = run();
    assertThat(run.error()).isEqualTo("fetch-characters: " + message + "\n");
    assertThat(run.output()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  private void assertTooOld(Path java, String origin, String version) throws Exception {
    assertRefused(
        "needs Java 17 or newer, but %s (%s) is Java %s; point JAVA_HOME at a newer one"
            .formatted(java, origin, version));
  }

  private Run run(String... arguments) throws Exception {
    return runIn(folder, arguments);
  }

  private Run runIn(Path workingFolder, String... arguments) throws Exception {
    return run(
        workingFolder,
        Stream.of(shell, List.of(launcher.toString()), List.of(arguments))
            .flatMap(List::stream)
            .toList());
  }

  private Run run(Path workingFolder, List<String> command) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(
        process.pid(),
        process.exitValue(),
        Files.readString(out, UTF_8),
        Files.readString(err, UTF_8));
  }

  /** An ended process; the stand-in's output is a list of fields that each end in a NUL. */
  private record Run(long pid, int status, String output, String error) {
    String program() {
      return fields().get(0);
    }

    String reportedPid() {
      return fields().get(1);
    }

    String workingFolder() {
      return fields().get(2);
    }

    String input() {
      return fields().get(3);
    }

    /** The text that it read in the jar through the open folder. */
    String jar() {
      return fields().get(4);
    }

    String locale() {
      return fields().get(5);
    }

    List<String> arguments() {
      return fields().subList(6, fields().size());
    }

    List<String> mainArguments() {
      return arguments().subList(arguments().indexOf(MAIN) + 1, arguments().size());
    }

    Path classPath() {
      return Path.of(arguments().get(arguments().indexOf("-cp") + 1));
    }

    /** The class-data archive in Java's arguments. */
    Optional<Path> archive() throws IOException {
      String option = "-XX:SharedArchiveFile=";
      Optional<Path> archive =
          arguments().stream()
              .filter(argument -> argument.startsWith(option))
              .map(argument -> Path.of(argument.substring(option.length())))
              .findFirst();
      return archive.isPresent() && Files.exists(archive.get())
          ? Optional.of(archive.get().toRealPath())
          : archive;
    }

    private List<String> fields() {
      assertThat(output).as("what java reported; standard error: %s", error).endsWith("\0");
      List<String> fields = Arrays.asList(output.split("\0", -1));
      return fields.subList(0, fields.size() - 1);
    }
  }
}
