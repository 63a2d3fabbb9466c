package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A defect of the program gets a clear line, and every id is accounted for. */
@Timeout(30)
class InternalErrorTest {

  @RegisterExtension static final StubApi API = new StubApi();

  /** Runs out of memory once. */
  private static final class FullMemory extends OutputStream {

    private boolean full = true;

    @Override
    public void write(int octet) {
      if (full) {
        full = false;
        throw new OutOfMemoryError("Java heap space");
      }
    }
  }

  /** Has an id, then runs out of memory. */
  private static final class FullMemoryInput extends InputStream {

    private boolean full;

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (full) {
        throw new OutOfMemoryError("Java heap space");
      }
      full = true;
      bytes[offset] = '1';
      bytes[offset + 1] = ',';
      return 2;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads", "batch"})
  void anErrorInReadingStandardInputEndsTheRun(String mode) {
    CommandRun run =
        CommandRun.between(
            new FullMemoryInput(),
            OutputStream.nullOutputStream(),
            API.option(),
            "--mode=" + mode,
            "-");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .isEqualTo(
            """
            fetch-characters: the rest of standard input: not fetched, an internal error ended the run
            fetch-characters: internal error: OutOfMemoryError
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads", "batch"})
  void anErrorInPrintingEndsTheRun(String mode) {
    CommandRun run =
        CommandRun.into(
            new FullMemory(), API.option(), "--mode=" + mode, "--concurrency=1", "1", "10", "100");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.errLines())
        .last()
        .isEqualTo("fetch-characters: internal error: OutOfMemoryError");
    assertThat(run.err()).doesNotContain("\tat ");
    if (mode.equals("sync")) {
      // The other modes may deliver it before the first record is written.
      assertThat(run.errLines())
          .contains(
              "fetch-characters: character 100: not fetched, an internal error ended the run");
    }
  }
}
