package io.github.fetchcharacters.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.BackgroundRun;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids from standard input. */
@Timeout(30)
class FetchCommandInputTest {

  @RegisterExtension static final StubApi API = new StubApi();

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void isReadWhereTheDashStands(String mode) {
    CommandRun run =
        CommandRun.withInput("10 # Alan\n100", API.option(), "--mode=" + mode, "1", "-", "1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly("Rick Sanchez", "Alan Rails", "Bubonic Plague", "Rick Sanchez");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aNameIsPrintedBeforeTheNextIdIsTyped(String mode) throws Exception {
    try (BackgroundRun run = BackgroundRun.start(API.option(), "--mode=" + mode, "-")) {
      run.type("1\n");
      assertThat(run.nextLine()).isEqualTo("Rick Sanchez");
      run.type("100,10 ");
      assertThat(run.nextLine()).isEqualTo("Bubonic Plague");
      assertThat(run.nextLine()).isEqualTo("Alan Rails");
      run.endInput();

      assertThat(run.nextLine()).isNull();
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aFailureIsReportedWhileStandardInputIsOpen(String mode) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "--mode=" + mode, "--format=ndjson", "-")) {
      run.type("9999 1 ");

      assertThat(run.nextLine()).startsWith("{\"id\":1,");
      assertThat(run.err())
          .isEqualTo("fetch-characters: character 9999: 404 Character not found\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void theIdsBeforeABadTokenArePrinted(String mode) {
    CommandRun run =
        CommandRun.withInput("1 10\nmorty\n100", API.option(), "--mode=" + mode, "--", "-", "1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("Rick Sanchez\nAlan Rails\n");
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("fetch-characters: 'morty' on standard input is not a character id");
    assertThat(API.requests()).hasSize(2);
  }

  @Test
  void aBadTokenLeavesTheJsonWellFormed() {
    assertThat(CommandRun.withInput("x", API.option(), "-f", "json", "-"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.out()).isEqualTo("[]\n"));
  }

  @Test
  void withoutAnIdNothingIsFetchedAndAllIsWell() {
    assertThat(CommandRun.withInput("# none\n", API.option(), "-"))
        .isEqualTo(new CommandRun(0, "", ""));
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void failFastNamesTheIdsOfTheCommandLineAndNotThoseUnread() {
    CommandRun run =
        CommandRun.withInput("8 9", API.option(), "--mode=sync", "--fail-fast", "7,1", "-", "10");

    assertThat(run.errLines())
        .containsExactly(
            "fetch-characters: character 7: 404 Character not found",
            "fetch-characters: character 1: not fetched, stopped at the first failure"
                + " (--fail-fast)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void anInterruptLeavesTheJsonWellFormed(String mode) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "--mode=" + mode, "--format=json", "-")) {
      run.type("1 ");
      assertThat(run.nextLine()).isEqualTo("[");
      run.interrupt();

      assertThat(run.nextLine()).isEqualTo(StubApi.record(1, "Rick Sanchez"));
      assertThat(run.nextLine()).isEqualTo("]");
      assertThat(run.nextLine()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void anInterruptEndsARunThatWaitsForStandardInput(String mode) throws Exception {
    try (BackgroundRun run = BackgroundRun.start(API.option(), "--mode=" + mode, "-")) {
      run.type("1 ");
      assertThat(run.nextLine()).isEqualTo("Rick Sanchez");
      run.interrupt();

      assertThat(run.nextLine()).isNull();
      assertThat(run.err()).doesNotContain("Exception");
    }
  }
}
