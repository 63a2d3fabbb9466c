package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.FaultyApi.status;
import static io.github.fetchcharacters.cli.StubApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.blockhound.BlockHound;

/**
 * In mode async nothing blocks the threads that complete the futures: one wait would hold up all
 * calls.
 */
@Timeout(60)
class NonBlockingTest {

  private static final Queue<String> BLOCKED = new ConcurrentLinkedQueue<>();
  private static volatile boolean watching;

  /** No task runs above these. A thread may have entered them before the watch. */
  private static final Set<String> WAITS_FOR_WORK =
      Set.of(
          "java.util.concurrent.ForkJoinPool.awaitWork",
          "java.util.concurrent.ForkJoinPool.deactivate", // since 25
          "java.util.concurrent.DelayScheduler.loop", // since 25
          "java.util.concurrent.ThreadPoolExecutor.getTask");

  /** For the whole JVM: other tests go on as before, since it only records blocking calls. */
  @BeforeAll
  static void watch() {
    BlockHound.builder()
        .nonBlockingThreadPredicate(known -> known.or(NonBlockingTest::isPoolThread))
        .blockingMethodCallback(method -> note(method.toString()))
        .install();
  }

  private static boolean isPoolThread(Thread thread) {
    String name = thread.getName();
    return name.startsWith("ForkJoinPool.commonPool")
        || name.startsWith("CompletableFutureDelayScheduler")
        || name.startsWith("HttpClient-")
        || name.equals("http");
  }

  private static void note(String method) {
    StackTraceElement[] stack = new Throwable().getStackTrace();
    if (watching && Arrays.stream(stack).noneMatch(NonBlockingTest::isHarmless)) {
      BLOCKED.add(Thread.currentThread().getName() + ": " + method + " " + Arrays.toString(stack));
    }
  }

  /** A lock that another thread holds for a moment is no blocking call, nor is a wait for work. */
  private static boolean isHarmless(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.util.concurrent.locks.ReentrantLock")
        || WAITS_FOR_WORK.contains(frame.getClassName() + "." + frame.getMethodName());
  }

  @BeforeEach
  void watchFromNowOn() {
    BLOCKED.clear();
    watching = true;
  }

  @AfterEach
  void lookAway() {
    watching = false;
  }

  /**
   * The run meets failures, waits, refusals and records; only the log writes on the thread of its
   * event. With a cache, a second run finds answers in it or asks whether they have changed. A
   * batch fails, and each of its ids is asked for alone.
   */
  @ParameterizedTest
  @CsvSource({"async, off", "async, 1h", "async, 0s", "batch, 1h", "batch, 0s"})
  void nothingBlocksAWholeRun(String mode, String cache, @TempDir Path folder) throws IOException {
    AtomicInteger count = new AtomicInteger();
    RawServer.Script script =
        connection -> {
          String head = connection.request();
          if (head == null) {
            return;
          }
          switch (count.incrementAndGet() % 10) {
            case 1 -> connection.endByReset();
            case 2 -> connection.send(status("500 Sorry", ""));
            case 3 -> connection.send(status("429 Slowly", "", "Retry-After: 0"));
            default -> connection.send(answer(head));
          }
        };
    try (RawServer server = new RawServer(script)) {
      for (int times = 0; times < 2; times++) {
        CommandRun run =
            CommandRun.withEnvironment(
                Map.of("XDG_CACHE_HOME", folder.toString()),
                "--base-url=" + server.uri("/api"),
                "--mode=" + mode,
                "--batch-size=3",
                "--cache=" + cache,
                "--retries=20",
                "--retry-delay=1ms",
                "--timing",
                "1-300");

        assertThat(run.outLines()).hasSize(300);
        assertThat(run.exitCode()).isZero();
        assertThat(BLOCKED).isEmpty();
      }
    }
  }

  private static String answer(String head) {
    String path = head.substring(0, head.indexOf(" HTTP/"));
    String ids = path.substring(path.lastIndexOf('/') + 1);
    if (ids.contains(",")) {
      return status("404 Not Found", "");
    }
    return head.contains("\"1\"")
        ? status("304 Not Modified", "", "ETag: \"1\"")
        : status("200 OK", record(Long.parseLong(ids), "Number " + ids), "ETag: \"1\"");
  }

  /** Without this the other test could not fail. */
  @Test
  void aBlockingCallIsSeen() {
    CompletableFuture.runAsync(
            () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)),
            CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
        .join();

    assertThat(BLOCKED).isNotEmpty().allSatisfy(call -> assertThat(call).contains("park"));
  }
}
