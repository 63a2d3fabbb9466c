package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.FaultyApi.ok;
import static io.github.fetchcharacters.cli.FaultyApi.status;
import static io.github.fetchcharacters.cli.StubApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a server, in every mode: the output is the same, and no other id suffers. */
@Timeout(20)
class FaultMatrixTest {

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource
  void isSeenAlikeInEveryMode(Fault fault, Mode mode) throws IOException {
    assertThatItIsSeen(fault, mode);
  }

  static Stream<Arguments> isSeenAlikeInEveryMode() {
    return Faults.all()
        .filter(fault -> !fault.takesSeconds())
        .flatMap(fault -> Stream.of(Mode.values()).map(mode -> Arguments.of(fault, mode)));
  }

  /** In all modes at once, since each run waits for seconds. */
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aPauseIsSeenAlikeInEveryMode(Fault fault) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Mode.values().length);
    try {
      for (Future<Mode> seen : threads.invokeAll(inEveryMode(fault))) {
        seen.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  static Stream<Fault> aPauseIsSeenAlikeInEveryMode() {
    return Faults.all().filter(Fault::takesSeconds);
  }

  private static List<Callable<Mode>> inEveryMode(Fault fault) {
    List<Callable<Mode>> runs = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      runs.add(
          () -> {
            assertThatItIsSeen(fault, mode);
            return mode;
          });
    }
    return runs;
  }

  private static void assertThatItIsSeen(Fault fault, Mode mode) throws IOException {
    try (FaultyApi api = new FaultyApi(fault.answer())) {
      CommandRun run = run(fault, api, "--mode=" + mode, "--batch-size=1");

      assertThat(run.err()).as("err of %s", mode).matches(fault.err(api));
      assertThat(run.out()).as("out of %s", mode).isEqualTo(fault.out());
      assertThat(run.exitCode()).isEqualTo(fault.exitCode());
      assertThat(api.attempts()).as("attempts of %s", mode).isEqualTo(fault.attempts());
      assertThat(api.strays()).isZero();
    }
  }

  /**
   * Both in one request: after a fault that may be of one of them the run asks for each alone,
   * after a fault of all it does not. A good answer for one id is no list, and so costs one attempt
   * more; a list may show the fault of one at once.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void ofABatchCostsNoOtherRecord(Fault fault) throws IOException {
    try (FaultyApi api = new FaultyApi(fault.answer())) {
      CommandRun run = run(fault, api, "--mode=batch", "--batch-size=2");

      String err = run.err();
      if (fault.concernsAll()) {
        String second = "fetch-characters: character 2:";
        assertThat(err).contains(second);
        assertThat(run.out()).isEmpty();
        assertThat(api.attempts()).isEqualTo(fault.attempts());
        err = err.lines().filter(line -> !line.startsWith(second)).findFirst().orElse("") + "\n";
      } else {
        int max = fault.found() ? fault.attempts() + 1 : 2 * fault.attempts();
        assertThat(run.out()).isEqualTo(fault.out());
        assertThat(api.attempts()).isBetween(fault.attempts() + 1, max);
      }
      assertThat(err).matches(fault.err(api));
      assertThat(run.exitCode()).isEqualTo(fault.exitCode());
      assertThat(api.strays()).isZero();
    }
  }

  static Stream<Fault> faults() {
    return Faults.all();
  }

  private static CommandRun run(Fault fault, FaultyApi api, String... how) {
    List<String> arguments = new ArrayList<>(List.of(api.option(), "--retry-delay=1ms", "1", "2"));
    arguments.addAll(List.of(how));
    arguments.addAll(fault.options());
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionIsTriedAgain(Mode mode) throws IOException {
    try (Socket silent = new Socket()) {
      // Holds the port, and does not listen.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String origin = "http://127.0.0.1:" + silent.getLocalPort();

      CommandRun run = unreachable(mode, origin);

      assertThat(run.errLines().get(0))
          .isEqualTo("fetch-characters: character 1: connection refused by " + origin);
      assertThat(run.errLines().get(1)).contains("3 requests, 2 retries");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownHostIsNotTriedAgain(Mode mode) {
    CommandRun run = unreachable(mode, "http://nohost.invalid");

    assertThat(run.errLines().get(0))
        .isEqualTo("fetch-characters: character 1: unknown host nohost.invalid");
    assertThat(run.errLines().get(1)).contains("1 request, 0 retries");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private static CommandRun unreachable(Mode mode, String origin) {
    return CommandRun.of(
        "--base-url=" + origin, "--mode=" + mode, "--retry-delay=1ms", "--timing", "1");
  }

  /**
   * The server answers 429 to all requests that may be in flight together: a request within the
   * second afterwards ignored it.
   */
  @ParameterizedTest(name = "{0}, {1} in flight")
  @CsvSource({"SYNC, 1", "ASYNC, 4", "THREADS, 4", "BATCH, 4"})
  void aPauseIsForTheWholeRunAndReportedOnce(Mode mode, int inFlight) throws IOException {
    int ids = 12;
    CyclicBarrier together = new CyclicBarrier(inFlight);
    AtomicInteger count = new AtomicInteger();
    Queue<Long> refusals = new ConcurrentLinkedQueue<>();
    Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    RawServer.Script script =
        connection -> {
          String head = connection.request();
          if (head == null) {
            return;
          }
          if (count.incrementAndGet() <= inFlight) {
            await(together);
            refusals.add(System.nanoTime());
            connection.send(status("429 Slowly", "", "Retry-After: 1"));
          } else {
            arrivals.add(System.nanoTime());
            String path = head.substring(0, head.indexOf(" HTTP/"));
            long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
            connection.send(ok(record(id, "Number " + id)));
          }
        };
    try (RawServer server = new RawServer(script)) {
      CommandRun run =
          CommandRun.of(
              "--base-url=" + server.uri("/api"),
              "--mode=" + mode,
              "--batch-size=1",
              "-c4",
              "1-" + ids);

      assertThat(run.err())
          .matches(
              "fetch-characters: 429 Too Many Requests: all requests wait until [0-9:]{5,8}\n");
      assertThat(run.outLines())
          .isEqualTo(LongStream.rangeClosed(1, ids).mapToObj(id -> "Number " + id).toList());
      assertThat(run.exitCode()).isZero();
      assertThat(arrivals).hasSize(ids);
      long first = refusals.stream().mapToLong(Long::longValue).min().orElseThrow();
      assertThat(arrivals).allMatch(arrival -> arrival - first >= TimeUnit.SECONDS.toNanos(1));
    }
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException impossible) {
      throw new IOException(impossible);
    }
  }
}
