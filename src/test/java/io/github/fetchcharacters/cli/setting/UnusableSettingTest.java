package io.github.fetchcharacters.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

  private void settings(String text) throws IOException {
    Files.writeString(file, text);
  }

  private CommandRun fetch(String... options) {
    return run(Stream.concat(Stream.of(options), Stream.of(API.option(), "1")));
  }

  private CommandRun run(Stream<String> arguments) {
    environment.put("FETCH_CHARACTERS_CONFIG", file.toString());
    return CommandRun.withEnvironment(environment, arguments.toArray(String[]::new));
  }
}
