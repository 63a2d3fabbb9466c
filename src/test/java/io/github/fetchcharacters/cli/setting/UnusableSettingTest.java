package io.github.fetchcharacters.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting is for all runs: one that does not go with this run gives way. */
@Timeout(60)
class UnusableSettingTest {

  @RegisterExtension static final StubApi API = new StubApi();

  private final Path file;
  private final Map<String, String> environment = new HashMap<>();

  UnusableSettingTest(@TempDir Path folder) {
    file = folder.resolve("config.properties");
  }

  @Test
  void fieldsAreIgnoredByAFormatWithoutAny() throws IOException {
    settings("fields=id,name");
    assertThat(fetch()).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
    assertThat(fetch("-f", "csv").out()).isEqualTo("id,name\n1,Rick Sanchez\n");

    settings("format=csv\nfields=id");
    assertThat(fetch("-f", "name")).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
    assertThat(fetch().out()).isEqualTo("id\n1\n");

    environment.put("FETCH_CHARACTERS_FORMAT", "name");
    assertThat(fetch()).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
  }

  @Test
  void fieldsOfTheCommandLineAreNotIgnored() throws IOException {
    settings("format=name");

    assertThat(fetch("--fields=id").errLines().get(0))
        .contains("'--fields': --format=name prints no fields;")
        .endsWith(" (--format from " + file + ")");
  }

  /** The settings, an option, and the modes that are compared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "reference=batch                          | -                     | sync, threads, async",
        "modes=async\\nreference=async            | --modes=threads,batch | threads, batch",
        "modes=async,threads\\nreference=sync     | -                     | async, threads",
        "modes=async,threads                      | --reference=sync      | sync, threads, async",
        "batch-size=1,2                           | -                     | sync, threads, async",
        "concurrency=1,5                          | --modes=sync          | sync",
        "modes=sync                               | --concurrency=1,5     | sync, threads, async",
        "cache=1h                                 | --modes=sync          | sync",
      })
  void whatAComparisonHasNoUseForGivesWay(String text, String option, String modes)
      throws IOException {
    settings(text.replace("\\n", "\n"));

    CommandRun run = option == null ? compare() : compare(option);

    assertThat(run.err()).isEmpty();
    assertThat(rows(run)).containsExactly(modes.split(", "));
  }

  @Test
  void whatTheDefaultDoesNotMendIsRefusedWithItsOrigin() throws IOException {
    settings("modes=async,threads");

    assertThat(compare("--reference=batch").errLines().get(0))
        .endsWith("batch is not among --modes=async,threads (--modes from " + file + ")");
    assertThat(compare("--batch-size=1,2").errLines().get(0))
        .endsWith("none of --modes=async,threads depends on it (--modes from " + file + ")");
  }

  @Test
  void twoOptionsOfTheCommandLineContradictEachOther() {
    assertThat(compare("--modes=sync,batch", "--reference=async").exitCode()).isEqualTo(2);
    assertThat(compare("--modes=sync", "--concurrency=1,5").exitCode()).isEqualTo(2);
    assertThat(fetch("-f", "name", "--fields=id").exitCode()).isEqualTo(2);
  }

  /** The server checks the rates before the wait that it asks for. */
  @Test
  void aRateOfTheServerGivesWayToOneThatLeavesItNoRoom() throws IOException {
    settings("reset-rate=0.5");
    assertThat(serve("--error-rate=0.7")).contains("retry after must be");
    assertThat(serve("--error-rate=1.5")).contains("error rate must be");

    settings("error-rate=0.5");
    assertThat(serve("--reset-rate=0.7")).contains("retry after must be");
    assertThat(serve("--reset-rate=0.7", "--error-rate=0.4")).contains("together must be");
  }

  private String serve(String... rates) {
    return run(Stream.concat(Stream.of("serve", "--retry-after=25h"), Stream.of(rates))).err();
  }

  private void settings(String text) throws IOException {
    Files.writeString(file, text);
  }

  private CommandRun fetch(String... options) {
    return run(Stream.concat(Stream.of(options), Stream.of(API.option(), "1")));
  }

  private CommandRun compare(String... options) {
    List<String> brief = List.of(API.option(), "--runs=1", "--warmup=0", "1");
    return run(Stream.of(Stream.of("compare"), Stream.of(options), brief.stream()).flatMap(s -> s));
  }

  private CommandRun run(Stream<String> arguments) {
    environment.put("FETCH_CHARACTERS_CONFIG", file.toString());
    return CommandRun.withEnvironment(environment, arguments.toArray(String[]::new));
  }

  /** The first word of each row of the table. */
  private static List<String> rows(CommandRun run) {
    return run.outLines().stream()
        .map(line -> line.split(" +", -1)[0])
        .dropWhile(word -> !word.equals("mode"))
        .skip(1)
        .takeWhile(word -> !word.isEmpty())
        .map(word -> word.replace(",", ""))
        .distinct()
        .toList();
  }
}
