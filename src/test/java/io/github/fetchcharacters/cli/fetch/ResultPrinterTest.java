package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.output.Format;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.terminal.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cases that a run of the whole command cannot produce at will. */
class ResultPrinterTest {

  private static final Outcome RICK = new Outcome.Found(new Character(1, "Rick Sanchez", "{}"));
  private static final Outcome DEFECT =
      new Outcome.Failed(7, new IllegalStateException("a\u001bb"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aDefectOfTheProgramIsReportedAsOne() {
    ResultPrinter printer = printer(out, false);

    assertThat(printer.accept(DEFECT)).isTrue();
    assertThat(printer.accept(RICK)).isTrue();
    printer.finish();

    assertThat(out.toString(UTF_8)).isEqualTo("Rick Sanchez\n");
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "fetch-characters: character 7: internal error: java.lang.IllegalStateException:"
                + " a\\u001bb\n");
    assertThat(printer.exitCode()).isEqualTo(70);
  }

  @Test
  void failFastAsksForNoMore() {
    ResultPrinter printer = printer(out, true);

    assertThat(printer.accept(RICK)).isTrue();
    assertThat(printer.accept(DEFECT)).isFalse();
    assertThat(printer.accept(RICK)).isFalse();
    assertThat(printer.idle()).isFalse();
    assertThat(printer.accepted()).isEqualTo(3);
    assertThat(printer.found()).isEqualTo(2);
    assertThat(printer.failures().failed()).isEqualTo(1);
  }

  @Test
  void anItemSkippedWithoutAReasonIsCounted() {
    ResultPrinter printer = printer(out, false);

    assertThat(printer.accept(new Outcome.Skipped(1))).isTrue();
    assertThat(printer.skipped()).isEqualTo(1);
    printer.failures().unfetched("1 character not fetched, cancelled");
    printer.finish();

    assertThat(err.toString(UTF_8))
        .isEqualTo("fetch-characters: 1 character not fetched, cancelled\n");
    assertThat(printer.exitCode()).isEqualTo(1);
  }

  @Test
  void theFirstReasonToStopCounts() {
    ResultPrinter printer = printer(out, false);
    printer.stop("the first");
    printer.stop("the second");

    assertThat(printer.accept(new Outcome.Skipped(1))).isFalse();
    assertThat(err.toString(UTF_8))
        .isEqualTo("fetch-characters: character 1: not fetched, the first\n");
  }

  /** Where a check came before the write, the threads got different reasons in some rounds. */
  @Test
  @Timeout(60)
  void theFirstReasonStaysWhereTwoThreadsStopTheRun() {
    for (int round = 0; round < 30_000; round++) {
      ResultPrinter printer = printer(out, false);
      AtomicInteger started = new AtomicInteger();
      CompletableFuture<String> other =
          CompletableFuture.supplyAsync(() -> reasonAfterStop(printer, started, "one"));
      String reason = reasonAfterStop(printer, started, "other");

      assertThat(other.join()).isEqualTo(reason);
    }
  }

  /** Spins until both threads have started: waking from a wait would take longer than the race. */
  private static String reasonAfterStop(
      ResultPrinter printer, AtomicInteger started, String reason) {
    started.incrementAndGet();
    while (started.get() < 2) {
      Thread.onSpinWait();
    }
    printer.stop(reason);
    return "" + printer.stopReason();
  }

  @Test
  void aBrokenOutputAsksForNoMore() throws IOException {
    OutputStream closed = OutputStream.nullOutputStream();
    closed.close();
    ResultPrinter printer = printer(closed, false);

    assertThat(printer.accept(RICK)).isTrue();
    assertThat(printer.idle()).isFalse();
    assertThat(printer.accept(RICK)).isFalse();
    assertThat(printer.canWrite()).isFalse();
  }

  private ResultPrinter printer(OutputStream to, boolean failFast) {
    Messages messages = new Messages(new PrintStream(err, true, UTF_8), () -> false);
    return new ResultPrinter(
        new Layout(Format.NAME, null),
        to,
        messages,
        items -> "character " + items,
        false,
        failFast);
  }
}
