package io.github.fetchcharacters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.terminal.StatusLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MessageQueueTest {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration EVER = Duration.ofDays(1);
  private static final int MUCH = 1 << 20;

  private final Reader reader = new Reader();

  /** Standard error, whose reader starts to read when the latch opens. */
  private static final class Reader extends OutputStream {

    final CountDownLatch reads = new CountDownLatch(1);
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        reads.await();
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      }
      synchronized (this) {
        seen.write(bytes, offset, length);
      }
    }

    synchronized List<String> lines() {
      return seen.toString(UTF_8).lines().toList();
    }
  }

  private static PrintStream printer(MessageQueue queue) {
    return new PrintStream(queue.lines(), true, UTF_8);
  }

  @Test
  void noThreadWaitsForAReaderWhoDoesNotRead() {
    MessageQueue queue = new MessageQueue(reader, NONE, MUCH);
    PrintStream err = printer(queue);

    for (int i = 0; i < 1000; i++) {
      err.println("line " + i);
      err.flush();
      queue.awaitWritten();
    }

    assertThat(reader.lines()).isEmpty();
  }

  @Test
  void pendingLinesAreWrittenInOrderWhenTheReaderReads() {
    MessageQueue queue = new MessageQueue(reader, EVER, MUCH);
    PrintStream err = printer(queue);
    List<String> said = IntStream.range(0, 1000).mapToObj(i -> "line " + i).toList();

    said.forEach(err::println);
    reader.reads.countDown();
    queue.awaitWritten();

    assertThat(reader.lines()).isEqualTo(said);
  }

  @Test
  void linesOfManyThreadsStayWholeAndInTheOrderOfEach() throws Exception {
    reader.reads.countDown();
    MessageQueue queue = new MessageQueue(reader, EVER, 64 * MUCH);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      PrintStream own = printer(queue);
      // Longer than the buffers of a PrintStream, which passes it on in pieces.
      String line = ("" + t).repeat(20_000);
      threads.add(new Thread(() -> IntStream.range(0, 50).forEach(i -> own.println(line + i))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    queue.awaitWritten();

    for (int t = 0; t < 4; t++) {
      String line = ("" + t).repeat(20_000);
      assertThat(reader.lines().stream().filter(seen -> seen.startsWith(line)))
          .isEqualTo(IntStream.range(0, 50).mapToObj(i -> line + i).toList());
    }
    assertThat(reader.lines()).hasSize(200);
  }

  @ParameterizedTest
  @CsvSource({"3, 1 line", "100, 98 lines"})
  void linesBeyondTheMaxAreLeftOutAndCounted(int written, String leftOut) {
    MessageQueue queue = new MessageQueue(reader, EVER, 20);
    PrintStream err = printer(queue);

    IntStream.range(0, written).forEach(i -> err.println("line " + (i + 100)));
    reader.reads.countDown();
    queue.awaitWritten();
    // The queue added the note after the last line before it.
    queue.awaitWritten();
    err.println("line 200");
    queue.awaitWritten();

    assertThat(reader.lines())
        .containsExactly(
            "line 100",
            "line 101",
            "fetch-characters: " + leftOut + " left out: standard error was not read",
            "line 200");
  }

  @Test
  void anInterruptedThreadWaitsToo() {
    MessageQueue queue = new MessageQueue(reader, EVER, MUCH);
    PrintStream err = printer(queue);
    err.println("last words");
    Thread opener = new Thread(reader.reads::countDown);

    Thread.currentThread().interrupt();
    opener.start();
    queue.awaitWritten();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reader.lines()).containsExactly("last words");
  }

  @Test
  void theQueueDoesNotWaitForAReaderWhoIsGone() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    MessageQueue queue = new MessageQueue(gone, EVER, MUCH);
    PrintStream err = printer(queue);

    err.println("one");
    err.println("two");
    queue.awaitWritten();

    assertThat(err.checkError()).isFalse();
  }

  @Test
  void aRequestedFlushDoesNotWaitAndComesAfterTheLinesBeforeIt() {
    StatusLine line = new StatusLine(reader);
    MessageQueue queue = new MessageQueue(line, EVER, MUCH);
    printer(queue).println("said");

    for (int i = 0; i <= 1000; i++) {
      line.prepare("drawn " + i);
      queue.requestFlush();
    }
    reader.reads.countDown();
    queue.awaitWritten();

    assertThat(reader.lines().get(0)).endsWith("said");
    assertThat(reader.lines()).last().asString().contains("drawn 1000");
    assertThat(reader.lines().toString().split("drawn ", -1)).as("drawings").hasSizeLessThan(5);
  }

  @Test
  void anEmptyQueueDoesNotWait() {
    new MessageQueue(reader, EVER, MUCH).awaitWritten();

    assertThat(reader.lines()).isEmpty();
  }
}
