package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.BackgroundRun;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.GoneReader;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.selection.SilentInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids from standard input. */
@Timeout(30)
class FetchCommandInputTest {

  private static final String STOPPED = ": not fetched, stopped at the first failure (--fail-fast)";

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
  void failFastNamesTheIdsOfTheCommandLineAndStandardInputUnread() {
    CommandRun run =
        CommandRun.withInput("8 9", API.option(), "--mode=sync", "--fail-fast", "7,1", "-", "10");

    assertThat(run.errLines())
        .containsExactly(
            "fetch-characters: character 7: 404 Character not found",
            "fetch-characters: character 1" + STOPPED,
            "fetch-characters: character 10" + STOPPED,
            "fetch-characters: the rest of standard input" + STOPPED);
  }

  @ParameterizedTest
  @EnumSource
  void failFastNamesStandardInputThatIsStillOpen(Mode mode) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "--mode=" + mode, "--fail-fast", "-", "10")) {
      run.type("7 ");

      assertThat(run.nextLine()).isNull();
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.err().lines())
          .containsExactly(
              "fetch-characters: character 7: 404 Character not found",
              "fetch-characters: character 10" + STOPPED,
              "fetch-characters: the rest of standard input" + STOPPED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeadlineNamesStandardInputThatIsStillOpen(Mode mode) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "--mode=" + mode, "--deadline=300ms", "-", "10-11")) {
      run.type("1 ");

      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      String why = ": not fetched, the deadline has passed (--deadline=300ms)";
      assertThat(run.err().lines())
          .endsWith(
              "fetch-characters: character 10" + why,
              "fetch-characters: character 11" + why,
              "fetch-characters: the rest of standard input" + why);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQuietRunThatLeavesStandardInputUnreadFails(Mode mode) throws Exception {
    try (BackgroundRun run =
        BackgroundRun.start(API.option(), "--mode=" + mode, "--deadline=100ms", "-q", "-")) {
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptNamesStandardInputThatIsStillOpen(Mode mode) throws Exception {
    try (BackgroundRun run = BackgroundRun.start(API.option(), "--mode=" + mode, "-", "10-11")) {
      run.type("1 ");
      assertThat(run.nextLine()).isEqualTo("Rick Sanchez");
      run.interrupt();

      assertThat(run.nextLine()).isNull();
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: 2 characters and the rest of standard input not fetched,"
                  + " interrupted\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderThatGoesAwayEndsTheRunSilentlyWhileStandardInputIsOpen(Mode mode) {
    CountDownLatch never = new CountDownLatch(1);
    InputStream open =
        new SequenceInputStream(
            new ByteArrayInputStream("1 ".getBytes(UTF_8)), new SilentInput(never));

    assertThat(
            CommandRun.between(open, new GoneReader(), API.option(), "--mode=" + mode, "-", "10"))
        .isEqualTo(new CommandRun(ExitCodes.OK, "", ""));
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableStandardInputFailsAfterTheIdsBeforeIt(Mode mode) throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream("1 ".getBytes(UTF_8)), closed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(CommandRun.between(broken, out, API.option(), "--mode=" + mode, "-", "10"))
        .isEqualTo(
            new CommandRun(ExitCodes.FAILED, "", "fetch-characters: cannot read standard input\n"));
    assertThat(out.toString(UTF_8)).isEqualTo("Rick Sanchez\n");
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
