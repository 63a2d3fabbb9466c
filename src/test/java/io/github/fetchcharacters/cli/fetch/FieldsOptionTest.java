package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.BackgroundRun;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.ReaderGoneException;
import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats with columns, and {@code --fields}, through the whole command. */
@Timeout(30)
class FieldsOptionTest {

  @RegisterExtension static final StubApi API = new StubApi();

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void everyModePrintsTheSame(String mode) {
    assertThat(run("--mode=" + mode, "--format=csv", "--fields=name,id", "1", "10,1"))
        .isEqualTo(
            new CommandRun(0, "name,id\nRick Sanchez,1\nAlan Rails,10\nRick Sanchez,1\n", ""));
    assertThat(run("--mode=" + mode, "--format=table", "--fields=name,id", "1", "10,1"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                name          id
                Rick Sanchez   1
                Alan Rails    10
                Rick Sanchez   1
                """,
                ""));
  }

  @Test
  void membersOfJsonAreTheFieldsAskedFor() {
    assertThat(run("-f", "ndjson", "--fields", "name,origin.name,id", "1"))
        .isEqualTo(
            new CommandRun(0, "{\"name\":\"Rick Sanchez\",\"origin.name\":null,\"id\":1}\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "table"})
  void whereAllFailTheHeaderRemains(String format) {
    assertThat(run("-f", format, "--fields=id", "9999"))
        .isEqualTo(
            new CommandRun(
                1, "id\n", "fetch-characters: character 9999: 404 Character not found\n"));
  }

  @Test
  void withTheFormatNameTheyAreRefusedWithAdvice() {
    assertThat(run("--fields=id", "1"))
        .isEqualTo(
            usageError(
                "--format=name prints no fields; add --format=FORMAT, one of json, ndjson, csv,"
                    + " tsv, table"));
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void aWrongNameIsReportedWithTheNearest() {
    assertThat(run("-f", "csv", "--fields=id,orign.name", "1"))
        .isEqualTo(usageError("no character has 'orign.name'; did you mean 'origin.name'?"));
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void aWrongNameDoesNotDriveTheTerminal() {
    assertThat(run("-f", "csv", "--fields=\u001b[2J", "1").err())
        .contains("no character has '\\u001b[2J'")
        .doesNotContain("\u001b");
  }

  private static CommandRun usageError(String message) {
    return new CommandRun(
        2,
        "",
        "fetch-characters: Invalid value for option '--fields': "
            + message
            + "\nTry 'fetch-characters --help' for more information.\n");
  }

  // Streams

  @ParameterizedTest
  @CsvSource({"csv", "tsv"})
  void aLineIsPrintedWhenNothingMoreIsReady(String format) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "-f", format, "--fields=name", "-")) {
      run.type("1\n");
      assertThat(run.nextLine()).isEqualTo("name");
      assertThat(run.nextLine()).isEqualTo("Rick Sanchez");
      run.type("10\n");
      assertThat(run.nextLine()).isEqualTo("Alan Rails");
      run.endInput();
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void aTableIsPrintedAtTheEndOfTheInput() throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "-f", "table", "--fields=id,name", "-")) {
      run.type("1\n10\n");
      run.endInput();
      assertThat(run.nextLine()).isEqualTo("id  name");
      assertThat(run.nextLine()).isEqualTo(" 1  Rick Sanchez");
      assertThat(run.nextLine()).isEqualTo("10  Alan Rails");
      assertThat(run.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "table"})
  void aReaderWhoWentAwayIsAnOrdinaryEnd(String format) {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new ReaderGoneException(new IOException("Broken pipe"));
          }
        };

    assertThat(CommandRun.into(gone, API.option(), "-f", format, "1", "10"))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  // The terminal

  @Test
  void aTableIsCutToTheTerminalAlone() {
    String whole = "name          created\nRick Sanchez\n";
    Map<String, String> narrow = Map.of("COLUMNS", "14", "LANG", "C.UTF-8");

    assertThat(table(false, 14, narrow)).isEqualTo(whole);
    assertThat(table(true, 0, Map.of())).isEqualTo(whole);
    assertThat(table(true, 80, narrow)).isEqualTo("name\nRick Sanchez\n… without cre…\n");
    assertThat(table(true, 14, Map.of())).isEqualTo("name\nRick Sanchez\n~ without cre~\n");
  }

  private static String table(boolean onTerminal, int columns, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            out,
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
            environment,
            () -> false,
            () -> onTerminal,
            () -> columns,
            Display.none());
    FetchCharacters.run(
        new String[] {API.option(), "--format=table", "--fields=name,created", "1"}, streams);
    return out.toString(UTF_8);
  }

  private static CommandRun run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = API.option();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(all);
  }
}
