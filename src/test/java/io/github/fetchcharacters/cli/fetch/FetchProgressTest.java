package io.github.fetchcharacters.cli.fetch;

import static io.github.fetchcharacters.cli.FaultyApi.ok;
import static io.github.fetchcharacters.cli.FaultyApi.status;
import static io.github.fetchcharacters.cli.StubApi.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.http.client.RawServer;
import io.github.fetchcharacters.output.Format;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.EmulatedTerminal;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.StatusLine;
import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progress of a run on a terminal whose clock the server advances. */
@Timeout(60)
class FetchProgressTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTicks ticks = new ManualTicks();
  private final EmulatedTerminal terminal = new EmulatedTerminal();
  private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

  /** The line of the cursor, each time that a request came. */
  private final List<String> seen = new ArrayList<>();

  private Map<String, String> environment = Map.of();
  private boolean errIsTerminal = true;
  private boolean pager;
  private volatile int columns = 80;
  private String input = "";

  private int run(OutputStream out, String... arguments) {
    return FetchCharacters.run(arguments, streams(out));
  }

  private Streams streams(OutputStream out) {
    StatusLine line = new StatusLine(terminal);
    return new Streams(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        out,
        new PrintStream(line, true, UTF_8),
        environment,
        () -> errIsTerminal,
        () -> out == terminal,
        () -> 80,
        new Display(line, line::show, () -> columns, () -> pager, ticks));
  }

  /** Character 404 does not exist. A second passes while each request waits. */
  private int fetch(OutputStream out, String... arguments) throws IOException {
    return fetch(SECOND, out, arguments);
  }

  private int fetch(Duration passing, OutputStream out, String... arguments) throws IOException {
    try (RawServer server = new RawServer(connection -> answer(connection, passing))) {
      return run(
          out,
          Stream.concat(
                  Stream.of("--base-url=" + server.uri("/api"), "--mode=sync"),
                  Stream.of(arguments))
              .toArray(String[]::new));
    }
  }

  private void answer(RawServer.Connection connection, Duration passing) throws IOException {
    String head = connection.request();
    if (head == null) {
      return;
    }
    ticks.advance(passing);
    seen.add(terminal.lastLine());
    String target = head.substring(0, head.indexOf(" HTTP/"));
    long id = Long.parseLong(target.replaceFirst(".*[/=]", ""));
    if (target.contains("?page=")) {
      connection.send(
          ok(
              "{\"info\":{\"count\":21,\"pages\":2},\"results\":["
                  + record(id, "Number " + id)
                  + "]}"));
    } else if (id == 404) {
      connection.send(status("404 Not Found", "{\"error\":\"Character not found\"}"));
    } else {
      connection.send(ok(record(id, "Number " + id)));
    }
  }

  @Test
  void countsFinishedIdsAndShowsTheTimeLeft() throws IOException {
    assertThat(fetch(pipe, "1-4")).isZero();

    assertThat(seen)
        .satisfiesExactly(
            first ->
                assertThat(first).matches("0% \\[.*] 0/4 \\(0:00:01 / \\?\\) 0.0/s, 1 in flight"),
            second -> assertThat(second).matches("25% .* 1/4 .* / 0:00:06\\) 0.5/s, 1 in flight"),
            third -> assertThat(third).matches("50% .* 2/4 .* / 0:00:03\\) 0.7/s, 1 in flight"),
            last -> assertThat(last).matches("75% .* 3/4 .* / 0:00:01\\) 0.8/s, 1 in flight"));
    assertThat(pipe.toString(UTF_8)).isEqualTo("Number 1\nNumber 2\nNumber 3\nNumber 4\n");
    assertThat(terminal.lines()).containsExactly("");
  }

  @Test
  void followsTheWidthOfTheWindow() throws IOException {
    List<Integer> lengths = new ArrayList<>();
    OutputStream narrowing =
        new OutputStream() {
          @Override
          public void write(int b) {
            columns = 40; // As soon as the first result is there.
          }
        };
    fetch(narrowing, "1-4");
    seen.forEach(line -> lengths.add(line.length()));

    assertThat(lengths.get(0)).isGreaterThan(60);
    assertThat(lengths.subList(1, 4)).allMatch(length -> length < 40);
  }

  @Test
  void keepsStillBesideAPager() throws IOException {
    pager = true;
    fetch(pipe, "1-4");
    assertThat(seen).containsOnly("");
    assertThat(terminal.received()).isEmpty();

    fetch(terminal, "1-4");
    assertThat(terminal.received()).contains("50%");
  }

  @Test
  void saysNothingInTheFirstSecond() throws IOException {
    fetch(Duration.ofMillis(333), pipe, "1-4");

    assertThat(seen.subList(0, 3)).containsExactly("", "", "");
    assertThat(seen.get(3)).startsWith("75%");
  }

  @Test
  void leavesResultsAndFailuresOnTheSameTerminalAsTheyAre() throws IOException {
    assertThat(fetch(terminal, "--color=never", "1", "404", "3")).isEqualTo(ExitCodes.FAILED);

    assertThat(terminal.lines())
        .containsExactly(
            "Number 1", "fetch-characters: character 404: 404 Character not found", "Number 3", "");
    assertThat(seen.get(2)).matches("66% .* 2/3 .* 0.7/s, 1 failed, 1 in flight");
  }

  @Test
  void leavesAnArrayThatIsNotCompleteAlone() throws IOException {
    fetch(terminal, "--color=never", "-f", "json", "--fields=id", "1-2");

    assertThat(seen.get(0)).startsWith("0%");
    assertThat(seen.get(1)).isEqualTo("  }");
    assertThat(String.join("\n", terminal.lines()))
        .isEqualTo("[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  }\n]\n");
  }

  @Test
  void standardInputHasNoKnownEnd() throws IOException {
    input = "1 2";
    fetch(pipe, "-");

    assertThat(seen.get(1)).matches("\\? % \\[.*] 1/\\? \\(0:00:0. / \\?\\) 0.5/s, 1 in flight");
  }

  @Test
  void countsPagesOnceTheirNumberIsKnown() throws IOException {
    fetch(pipe, "--all");

    assertThat(seen.get(0)).contains(" 0/? pages ");
    assertThat(seen.get(1)).startsWith("50% [").contains(" 1/2 pages ");
  }

  /** As where page 3 has come when page 2 turns out to be empty. */
  @Test
  void aListThatEndsBeforeAPageThatIsDoneHasAsManyAsAreDone() {
    ResultPrinter printer =
        new ResultPrinter(
            new Layout(Format.NAME, null),
            pipe,
            new Messages(new PrintStream(terminal, true, UTF_8), () -> false),
            Object::toString,
            false,
            false);
    try (FetchProgress progress = new FetchProgress(streams(pipe), " pages", () -> 1L, printer)) {
      progress.accept(new Outcome.Found(1, List.of(), List.of()));
      progress.accept(new Outcome.Found(3, List.of(), List.of()));
      ticks.advance(SECOND);

      assertThat(terminal.lastLine())
          .matches("100% \\[.*] 2/2 pages \\(0:00:01 / 0:00:00\\) 2.0/s, 0 in flight");
    }
  }

  @Test
  void countsTheRequestsInFlight() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch drawn = new CountDownLatch(1);
    RawServer.Script together =
        connection -> {
          String head = connection.request();
          if (head == null) {
            return;
          }
          if (asked.incrementAndGet() == 3) {
            ticks.advance(SECOND);
            seen.add(terminal.lastLine());
            drawn.countDown();
          }
          awaitQuietly(drawn);
          long id = Long.parseLong(head.replaceFirst("(?s).*/character/(\\d+) .*", "$1"));
          connection.send(ok(record(id, "Number " + id)));
        };
    try (RawServer server = new RawServer(together)) {
      run(pipe, "--base-url=" + server.uri("/api"), "1-3");
    }

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0)).startsWith("0% [").endsWith(" 0.0/s, 3 in flight");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCallThatComesLateDrawsNothing() throws IOException {
    fetch(pipe, "1-2");
    String before = terminal.received();
    ticks.advance(SECOND);

    assertThat(terminal.received()).isEqualTo(before);
  }

  /** Besides the terminal itself: the option, -q and a terminal that cannot move its cursor. */
  @ParameterizedTest
  @CsvSource({
    "auto, '', '', true, true",
    "auto, '', '', false, false",
    "auto, dumb, '', true, false",
    "auto, xterm, '', true, true",
    "auto, '', -q, true, false",
    "always, '', '', false, true",
    "always, dumb, '', true, true",
    "always, '', -q, true, false",
    "never, '', '', true, false",
  })
  void isShownWhenItIsOfUse(
      String when, String term, String quiet, boolean isTerminal, boolean shown)
      throws IOException {
    environment = term.isEmpty() ? Map.of() : Map.of("TERM", term);
    errIsTerminal = isTerminal;
    fetch(
        pipe,
        Stream.of("--progress=" + when, quiet, "1-2")
            .filter(a -> !a.isEmpty())
            .toArray(String[]::new));

    assertThat(ticks.isStarted()).isEqualTo(shown);
    assertThat(!terminal.received().isEmpty()).isEqualTo(shown);
    assertThat(terminal.lines()).containsExactly("");
  }

  @Test
  void aComparisonShowsItsTurnsWithoutAClockOfItsOwn() {
    List<String> shown = new ArrayList<>();
    int exitCode =
        run(
            terminal,
            "compare",
            "--color=never",
            "--demo",
            "--demo-latency=0ms",
            "--modes=sync,async",
            "--warmup=1",
            "--runs=2",
            "1",
            "2");
    for (String part : terminal.received().split("\u001B\\[\\?7l", -1)) {
      shown.add(part.replaceFirst("(?s)\u001B\\[\\?7h.*", ""));
    }

    assertThat(exitCode).isZero();
    assertThat(shown.subList(1, shown.size()))
        .satisfiesExactly(
            turn -> assertThat(turn).matches("0% .* 0/6 turns .*\\) warm-up 1 of 1, sync"),
            turn -> assertThat(turn).matches("16% .* 1/6 turns .*\\) warm-up 1 of 1, async"),
            turn -> assertThat(turn).matches("33% .* 2/6 turns .*\\) round 1 of 2, async"),
            turn -> assertThat(turn).matches("50% .* 3/6 turns .*\\) round 1 of 2, sync"),
            turn -> assertThat(turn).matches("66% .* 4/6 turns .*\\) round 2 of 2, sync"),
            turn -> assertThat(turn).matches("83% .* 5/6 turns .*\\) round 2 of 2, async"));
    assertThat(terminal.lines().get(0)).startsWith("2 characters, 2 rounds after 1 to warm up");
    assertThat(ticks.isStarted()).isFalse();
  }
}
