package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCompletionsTest {

  /** An option that the help explains. */
  private static final Pattern HELP =
      Pattern.compile("^ +(?:-\\w, )?--([\\w-]+)", Pattern.MULTILINE);

  /** An option with what it does, as zsh has it. */
  private static final Pattern ZSH = Pattern.compile("--([\\w-]+)[=-]*(?:}')?\\[\\S");

  /** The same of fish. */
  private static final Pattern FISH = Pattern.compile(" -l (\\S+).* -d '\\S");

  private final Path folder;

  ShellCompletionsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    ShellCompletions.main(new String[] {folder.toString()});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "compare", "serve", "cache", "generate-completion", "help"})
  void theyExplainTheOptionsOfTheHelp(String command) {
    String help = CommandRun.of((command + " --help").strip().split(" ")).out();
    String condition = command.isEmpty() ? "not \\S+ compare .*" : "\\S+ " + command;

    assertThat(found(HELP, help))
        .contains("version")
        .isEqualTo(found(ZSH, function(command)))
        .isEqualTo(found(FISH, lines("complete \\S+ \\S+ -n '" + condition + "' .*")));
  }

  @Test
  void zshCompletesAndExplains() throws Exception {
    assumeInstalled("zsh");
    String file = folder.resolve("_fetch-characters").toString();

    assertThat(output("zsh", "src/it/completion", "zsh", file)).isEmpty();
  }

  @Test
  void fishCompletesAndExplains() throws Exception {
    assumeInstalled("fish");
    Files.createFile(folder.resolve("company.pem"));
    String script =
        "source $argv[1]; for l in $argv[2..]; complete -C \"fetch-characters $l\"; end";
    String file = folder.resolve("fetch-characters.fish").toString();
    String pem = folder.resolve("company.p").toString();

    assertThat(
            output(
                "fish",
                "-c",
                script,
                file,
                "comp",
                "--demo comp",
                "help se",
                "--demo-",
                "-f nd",
                "--mode=sy",
                "--fields id,na",
                "--waterfall=a",
                "1 --timi",
                "compare --modes=sync,t",
                "compare --fiel",
                "compare 1 --cacert " + pem))
        .hasLineCount(10)
        .contains(
            "compare\tTime the modes against each other: each",
            "serve\tServe the built-in API on loopback",
            "--demo-latency\tIts answer time per request\n",
            "\nndjson\t",
            "\n--mode=sync\t",
            "\nid,name\t",
            "\n--waterfall=all\t",
            "\n--timing\tOne summary line on standard error when done\n",
            "\n--modes=sync,threads\t",
            "/company.pem");
  }

  /** The function that completes the words of a command; an empty name stands for fetching. */
  private static String function(String command) {
    String name = command.isEmpty() ? "_fetch" : "-" + command;
    String head = "\n_fetch-characters" + name + "() {\n";
    return ZshCompletion.text().split(Pattern.quote(head), -1)[1].split("\n}\n", -1)[0];
  }

  /** The lines of fish's that match. */
  private static String lines(String pattern) {
    return String.join(
        "\n", FishCompletion.text().lines().filter(l -> l.matches(pattern)).toList());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /** What the command prints; it has no settings of the user's. */
  private String output(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void assumeInstalled(String shell) {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    assumeTrue(installed, shell + " is not installed, so its completion is not tried");
  }
}
