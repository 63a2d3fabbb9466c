package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.selection.SilentInput;
import io.github.fetchcharacters.terminal.ReaderGoneException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A standard output that takes no more. */
@Timeout(30)
class FetchCommandOutputTest {

  @RegisterExtension static final StubApi API = new StubApi();

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aReaderWhoWentAwayIsAnOrdinaryEnd(String mode) {
    assertThat(runInto(new ReaderGoneException(new IOException("Broken pipe")), mode))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void afterAReaderWhoWentAwayAFailureIsNotReported(String mode) {
    BrokenOutput out = new BrokenOutput(new ReaderGoneException(new IOException("Broken pipe")));

    assertThat(CommandRun.into(out, API.option(), "--mode=" + mode, "--", "1", "9999"))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aDiskThatIsFullIsAFailure(String mode) {
    assertThat(runInto(new IOException("No space left on device"), mode))
        .isEqualTo(
            new CommandRun(
                1, "", "fetch-characters: cannot write the results: No space left on device\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "json", "ndjson"})
  void requestsStopWithTheOutput(String format) {
    BrokenOutput out = new BrokenOutput(new ReaderGoneException(new IOException("Broken pipe")));

    CommandRun.into(out, API.option(), "--mode=sync", "-f", format, "1", "10", "100");

    // One that another test has cancelled may still come.
    assertThat(API.paths())
        .contains("/api/character/1")
        .doesNotContain("/api/character/10", "/api/character/100");
    assertThat(out.writes).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void endlessIdsStopWithTheOutput(String mode) {
    BrokenOutput out = new BrokenOutput(new ReaderGoneException(new IOException("Broken pipe")));

    CommandRun run =
        CommandRun.into(
            out, API.option(), "--mode=" + mode, "-c", "2", "1", "1-999999999999999999");

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aRunThatWaitsForStandardInputEndsWithTheOutput(String mode) {
    InputStream in = new SequenceInputStream(input("1\n"), new SilentInput(new CountDownLatch(1)));
    BrokenOutput out = new BrokenOutput(new ReaderGoneException(new IOException("Broken pipe")));

    assertThat(CommandRun.between(in, out, API.option(), "--mode=" + mode, "-"))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static CommandRun runInto(IOException failure, String mode) {
    return CommandRun.into(
        new BrokenOutput(failure), API.option(), "--mode=" + mode, "1", "10", "100");
  }

  private static final class BrokenOutput extends OutputStream {

    private final IOException failure;
    private int writes;

    BrokenOutput(IOException failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      writes++;
      throw failure;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      write(0);
    }
  }
}
