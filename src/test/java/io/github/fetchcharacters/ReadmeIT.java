package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.Page.Block;
import io.github.fetchcharacters.Page.Kind;
import io.github.fetchcharacters.Page.Step;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the README and of the guide: the commands of each {@link Page.Block} are run, and
 * what they print is compared with the lines below them.
 */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ReadmeIT {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]+(?:-[a-z]+)*");

  /**
   * Words for other programs with long options: from its name to ours, or to where the code ends.
   */
  private static final Pattern NOT_OURS =
      Pattern.compile("\\b(?:bash|parallel) .*?(?=fetch-characters|`|$)", Pattern.MULTILINE);

  /** Programs that a machine may lack; the test then skips their recipes. */
  private static final List<String> OPTIONAL = List.of("jq", "parallel");

  private static final String OURS = "fetch-characters ";

  private static @Nullable Process server;
  private static String baseUrl = "";

  private final Path folder;

  ReadmeIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Starts a server in place of the one before; returns its first output. */
  private static String serve(String... arguments) throws IOException {
    stopServing();
    server = PackagedCommand.start(arguments);
    BufferedReader out = PackagedCommand.linesOf(server.getInputStream());
    String line = out.readLine();
    assertThat(line).startsWith("listening on ");
    baseUrl = line.substring("listening on ".length());
    return line;
  }

  @AfterAll
  static void stopServing() {
    if (server != null) {
      server.destroyForcibly();
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void printsWhatThePageShows(Block block) throws Exception {
    if (block.first()) {
      serve("serve", "--latency=1ms");
    }
    for (String program : OPTIONAL) {
      Assumptions.assumeTrue(!block.needs(program) || isInstalled(program), program);
    }

    for (Step step : block.steps()) {
      assertThat(comparable(run(step.command(), block.kind()), block.kind()))
          .as(step.command())
          .isEqualTo(comparable(step.output(), block.kind()));
    }
  }

  private String run(String command, Kind kind) throws Exception {
    return kind == Kind.SERVER
        ? serve(command.substring(OURS.length()).split(" ", -1))
        : printedBy(command);
  }

  @Test
  void thePagesNameTheOptionsThatThereAre() throws Exception {
    String help =
        printedBy(
            "for command in '' compare serve cache; do fetch-characters $command --help; done");

    String pages = Page.all().stream().map(Page::text).collect(Collectors.joining());
    String ours = NOT_OURS.matcher(pages).replaceAll("");
    assertThat(options(ours)).isEqualTo(options(help));
  }

  @Test
  void theReadmeHasTheTwoCommandsOfTheSetUpAndWhatTheFirstPrints() throws Exception {
    String demo = " --demo 1 10 100\n";

    assertThat(Page.readme().text())
        .contains(
            "```sh\nmvn -q -DskipTests package\n" + PackagedCommand.LAUNCHER + demo + "```\n",
            "It prints:\n\n```text\n" + printedBy("fetch-characters" + demo) + "```\n",
            "```sh\nmvn verify\n```\n");
  }

  static List<Block> blocks() throws IOException {
    List<Block> blocks = Page.all().stream().flatMap(page -> page.blocks().stream()).toList();
    assertThat(blocks).as("blocks marked console").hasSizeGreaterThan(30);
    return blocks;
  }

  /** Returns the command's standard output and standard error, as in a terminal. */
  private String printedBy(String command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("FETCH_CHARACTERS_BASE_URL", baseUrl);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("PARALLEL_HOME", folder.resolve("parallel").toString());
    builder.environment().remove("COLUMNS");
    builder
        .environment()
        .merge(
            "PATH",
            PackagedCommand.LAUNCHER.resolveSibling("").toAbsolutePath().toString(),
            (path, launcher) -> launcher + File.pathSeparator + path);
    Process process = builder.redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Returns the text without times, the bars drawn from them, and ports, which differ from run to
   * run.
   */
  private static List<String> comparable(String printed, Kind kind) {
    Stream<String> lines =
        printed
            .lines()
            .map(line -> line.replaceAll("^\\d\\d:\\d\\d:\\d{6} ", "MM:SS:ffffff "))
            .map(line -> line.replaceAll("\\d+\\.\\d+ s\\b", "N s"))
            .map(line -> line.replaceAll("\\d+ +█+$", "N BAR"))
            .map(line -> line.replaceAll("//127\\.0\\.0\\.1:\\d+/", "//127.0.0.1:PORT/"))
            .map(line -> line.strip().replaceAll(" +", " "));
    return switch (kind) {
      case ORDERED, SERVER -> lines.toList();
      case UNORDERED -> lines.sorted().toList();
      case FIGURES -> kinds(lines);
    };
  }

  /**
   * Returns the text without figures and doubts about a busy machine, lines that are then alike
   * only once.
   */
  private static List<String> kinds(Stream<String> lines) {
    return lines
        .filter(line -> !line.startsWith("Warning: "))
        .map(line -> line.replaceFirst(" The JVM's compiler worked for [^.]*\\.", ""))
        .map(line -> line.replaceFirst(" Up to [^.]* carried virtual threads[^.]*\\.", ""))
        .map(line -> line.replace("≈", "").strip().replaceAll(" +", " "))
        .map(line -> line.replaceAll("\\d+(?:[.:]\\d+)*|\\blost\\b", "N"))
        .map(line -> line.replaceAll("[█▒·]+", "BAR"))
        .distinct()
        .sorted()
        .toList();
  }

  private static Set<String> options(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }
}
