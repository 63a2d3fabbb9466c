package io.github.fetchcharacters.cli.fetch;

import static io.github.fetchcharacters.cli.fetch.ListApi.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.cli.BackgroundRun;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.GoneReader;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.cli.fetch.ListApi.Answer;
import io.github.fetchcharacters.cli.option.ExitCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several ids a request: the requests to the server, and the output. */
@Timeout(60)
class BatchModeTest {

  /** A run that its deadline ended leaves the flag set. */
  @AfterEach
  void clearTheInterruptFlag() {
    boolean unused = Thread.interrupted();
  }

  @ParameterizedTest(name = "{0} ids, {1} a request")
  @CsvSource({"100, 100, 1", "101, 100, 2", "826, 100, 9", "826, 20, 42", "7, 1, 7", "1, 100, 1"})
  void asksOncePerBatch(int ids, int size, int requests) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=batch", "--batch-size=" + size, "-t", "1-" + ids);

      assertThat(run.outLines()).isEqualTo(names(1, ids));
      assertThat(run.err()).contains("(batch, " + requests + " request");
      assertThat(api.asked()).hasSize(requests);
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void keepsTheOrderAndTheRepeatsAsked() throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=batch", "--batch-size=3", "5", "2,5", "7,5,9999,2");

      assertThat(run.outLines())
          .containsExactly("Number 5", "Number 2", "Number 5", "Number 7", "Number 5", "Number 2");
      assertThat(run.err())
          .isEqualTo("fetch-characters: character 9999: 404 Character not found\n");
      assertThat(api.asked()).containsExactlyInAnyOrder("5,2", "7,5,9999", "2");
    }
  }

  @Test
  void takesTheSameIdAHundredThousandTimes() throws IOException {
    String ids = "7 ".repeat(100_000);
    try (ListApi api = new ListApi()) {
      CommandRun run = CommandRun.withInput(ids, api.option(), "--mode=batch", "-c2", "-");

      assertThat(run.outLines()).hasSize(100_000).containsOnly("Number 7");
      assertThat(api.asked()).hasSizeGreaterThanOrEqualTo(1000).containsOnly("7");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "ndjson", "json"})
  void printsTheSameBytesAsTheOtherModes(String format) throws IOException {
    try (ListApi api = new ListApi()) {
      String[] rest = {api.option(), "--format=" + format, "1-826", "3,9999", "3"};
      CommandRun expected = CommandRun.of(with("--mode=sync", rest));

      assertThat(CommandRun.of(with("--mode=batch", rest))).isEqualTo(expected);
      assertThat(expected.outLines()).hasSizeGreaterThanOrEqualTo(828);
    }
  }

  private static String[] with(String first, String... rest) {
    return LongStream.range(0, rest.length + 1)
        .mapToObj(i -> i == 0 ? first : rest[(int) i - 1])
        .toArray(String[]::new);
  }

  /** The server answers once it has two requests; a third would be late. */
  @Test
  void hasAsManyRequestsInFlightAsItMayAndNoMore() throws IOException {
    CyclicBarrier two = new CyclicBarrier(2);
    try (ListApi api = new ListApi((asked, time) -> afterwards(two))) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=batch", "--batch-size=5", "-c2", "1-100");

      assertThat(run.outLines()).isEqualTo(names(1, 100));
      assertThat(api.asked()).hasSize(20);
      assertThat(api.mostInFlight()).isEqualTo(2);
    }
  }

  private static @Nullable Answer afterwards(CyclicBarrier barrier) {
    try {
      barrier.await();
      return null;
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":3} | the record has no usable name",
        "{\"id\":3,\"name\":null} | the record has no usable name",
        "{\"id\":3,\"name\":\"\"} | the record has no usable name",
      })
  void aBadRecordCostsItsIdAlone(String bad, String why) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> withBad(asked, bad))) {
      CommandRun run = CommandRun.of(api.option(), "--mode=batch", "--batch-size=4", "1-8");

      assertThat(run.outLines()).isEqualTo(withoutTheThird());
      assertThat(run.err()).isEqualTo("fetch-characters: character 3: " + why + "\n");
      assertThat(api.asked()).containsExactlyInAnyOrder("1,2,3,4", "5,6,7,8");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  /** The bad record may be the missing one, which the run then asks for alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"Number 3\"} | the record has no usable id",
        "{\"id\":0,\"name\":\"Number 3\"} | the record has no usable id",
        "{\"id\":-3,\"name\":\"Number 3\"} | the record has no usable id",
        "7 | the answer is no record, it begins with a number",
        "{\"id\":9,\"name\":\"Number 3\"} | the answer is the record of another id, 9",
      })
  void aRecordOfAnUnknownIdCostsNoOther(String bad, String why) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> withBad(asked, bad))) {
      CommandRun run = CommandRun.of(api.option(), "--mode=batch", "--batch-size=4", "1-8");

      assertThat(run.outLines()).isEqualTo(withoutTheThird());
      assertThat(run.err()).isEqualTo("fetch-characters: character 3: " + why + "\n");
      assertThat(api.asked()).containsExactlyInAnyOrder("1,2,3,4", "5,6,7,8", "3");
    }
  }

  private static List<String> withoutTheThird() {
    return names(1, 8).stream().filter(name -> !name.endsWith("3")).toList();
  }

  private static @Nullable Answer withBad(String asked, String bad) {
    if (asked.equals("3")) {
      return Answer.ok(bad);
    }
    return asked.equals("1,2,3,4")
        ? Answer.ok(
            "["
                + ListApi.record(4)
                + ","
                + bad
                + ","
                + ListApi.record(1)
                + ","
                + ListApi.record(2)
                + "]")
        : null;
  }

  @Test
  void aRecordTooManyCostsNoneOfThoseAskedFor() throws IOException {
    Answer more =
        Answer.ok(
            "[7," + ListApi.record(2) + "," + ListApi.record(9) + "," + ListApi.record(1) + "]");
    try (ListApi api = new ListApi((asked, time) -> more)) {
      CommandRun run = CommandRun.of(api.option(), "--mode=batch", "1", "2");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 1\nNumber 2\n", ""));
      assertThat(api.asked()).containsExactly("1,2");
    }
  }

  @Test
  void ofTwoDifferentRecordsOfAnIdNoneCounts() throws IOException {
    String other = ListApi.record(2).replace("Number 2", "Another 2");
    Answer twice =
        Answer.ok(
            "["
                + String.join(",", ListApi.record(1), ListApi.record(1), ListApi.record(2), other)
                + "]");
    try (ListApi api = new ListApi((asked, time) -> twice)) {
      CommandRun run = CommandRun.of(api.option(), "--mode=batch", "1", "2");

      assertThat(run)
          .isEqualTo(
              new CommandRun(
                  1,
                  "Number 1\n",
                  "fetch-characters: character 2: the answer has two different records with id"
                      + " 2\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"401, 1", "403, 1", "407, 1", "429, 3"})
  void whatConcernsAllIsNotAskedForEach(int status, int attempts) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> Answer.error(status, "no"))) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=batch", "--batch-size=3", "--retry-delay=0ms", "1-3");

      assertThat(run.errLines())
          .containsExactly(
              "fetch-characters: character 1: " + status + " no",
              "fetch-characters: character 2: " + status + " no",
              "fetch-characters: character 3: " + status + " no");
      assertThat(api.asked()).hasSize(attempts).containsOnly("1,2,3");
    }
  }

  @ParameterizedTest
  @CsvSource({"500, 3", "404, 1", "414, 1"})
  void whatMayConcernOneIsAskedForEach(int status, int attempts) throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) -> asked.contains(",") ? Answer.error(status, "no list") : null)) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=batch", "--retry-delay=0ms", "3", "1", "2");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 3\nNumber 1\nNumber 2\n", ""));
      assertThat(api.asked()).hasSize(attempts + 3);
    }
  }

  @Test
  void aServerThatIsNotThereIsNotAskedForEach() throws IOException {
    try (Socket silent = new Socket()) {
      // Holds the port, and does not listen.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String url = "http://127.0.0.1:" + silent.getLocalPort();

      CommandRun run =
          CommandRun.of("--base-url=" + url, "--mode=batch", "--retry-delay=0ms", "-t", "1-50");

      assertThat(run.errLines()).hasSize(51).last().asString().contains("3 requests, 2 retries");
    }
    assertThat(
            CommandRun.of("--base-url=http://nohost.invalid", "--mode=batch", "-t", "1-50").err())
        .contains("character 50: unknown host nohost.invalid", "1 request, 0 retries");
  }

  @Test
  void idsFromStandardInputAreAskedForWhenItPauses() throws Exception {
    try (ListApi api = new ListApi();
        BackgroundRun run = BackgroundRun.start(api.option(), "--mode=batch", "8", "-", "6")) {
      assertThat(run.nextLine()).isEqualTo("Number 8");
      // The last of them may be 10 or 100.
      run.type("1\r\n3,2\r\n10");
      assertThat(run.nextLine()).isEqualTo("Number 1");
      assertThat(run.nextLine()).isEqualTo("Number 3");
      assertThat(run.nextLine()).isEqualTo("Number 2");
      run.type("0\r\n");
      assertThat(run.nextLine()).isEqualTo("Number 100");
      run.endInput();
      assertThat(run.nextLine()).isEqualTo("Number 6");
      assertThat(run.nextLine()).isNull();
      assertThat(run.exitCode()).isZero();
      assertThat(api.asked()).containsExactly("8", "1,3,2", "100", "6");
    }
  }

  @Test
  void theIdsBeforeABadTokenArePrinted() throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run = CommandRun.withInput("1 10\nmorty\n100", api.option(), "--mode=batch", "-");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEqualTo("Number 1\nNumber 10\n");
      assertThat(api.asked()).containsExactly("1,10");
    }
  }

  @Test
  void theDeadlineEndsTheRunAndNamesWhatIsMissing() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (ListApi api = new ListApi((asked, time) -> asked.equals("1,2") ? null : awaiting(never))) {
      CommandRun run =
          CommandRun.of(
              api.option(), "--mode=batch", "--batch-size=2", "-c2", "--deadline=700ms", "1-12");

      assertThat(run.outLines()).containsExactly("Number 1", "Number 2");
      assertThat(run.errLines())
          .isEqualTo(
              LongStream.rangeClosed(3, 12)
                  .mapToObj(
                      id ->
                          "fetch-characters: character "
                              + id
                              + ": not fetched, the deadline has passed (--deadline=700ms)")
                  .toList());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(api.asked()).hasSize(3);
    } finally {
      never.countDown();
    }
  }

  private static Answer awaiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return new Answer(0, "");
  }

  @Test
  void anInterruptCancelsTheRequestAndLeavesTheJsonWellFormed() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (ListApi api =
            new ListApi(
                (ids, time) -> {
                  if (ids.equals("1,2")) {
                    return null;
                  }
                  asked.countDown();
                  return awaiting(never);
                });
        BackgroundRun run =
            BackgroundRun.start(
                api.option(), "--mode=batch", "--batch-size=2", "-c1", "-f", "json", "1-8")) {
      asked.await();
      run.interrupt();

      assertThat(run.nextLine()).isEqualTo("[");
      assertThat(run.nextLine()).isEqualTo(ListApi.record(1) + ",");
      assertThat(run.nextLine()).isEqualTo(ListApi.record(2));
      assertThat(run.nextLine()).isEqualTo("]");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.err()).isEqualTo("fetch-characters: 6 characters not fetched, interrupted\n");
      assertThat(api.asked()).containsExactly("1,2", "3,4");
    } finally {
      never.countDown();
    }
  }

  @Test
  void failFastNamesEveryIdThatIsNotPrinted() throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.of(
              api.option(),
              "--mode=batch",
              "--batch-size=2",
              "-c1",
              "--fail-fast",
              "1,9999",
              "2-9");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.outLines().get(0)).isEqualTo("Number 1");
      assertThat(run.errLines().get(0))
          .isEqualTo("fetch-characters: character 9999: 404 Character not found");
      assertThat(run.outLines().size() + run.errLines().size()).isEqualTo(10);
    }
  }

  @Test
  void requestsStopWhenTheReaderGoesAway() throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.into(
              new GoneReader(), api.option(), "--mode=batch", "-c1", "1-999999999999999999");

      assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    }
  }

  @Test
  void theLogAndTheWaterfallNameTheIdsInShort() throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.withEnvironment(
              Map.of("LANG", "C.UTF-8"),
              api.option(),
              "--mode=batch",
              "--waterfall",
              "1-20",
              "7,9999,30-50,100,200");

      assertThat(run.errLines()).anyMatch(line -> line.matches("1-20,9999,30-50…  200 .*█+"));
    }
  }

  @Test
  void isComparedWithTheOtherModes(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("figures.json");
    Path page = folder.resolve("report.html");
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.of(
              "compare",
              api.option(),
              "--modes=sync,async,batch",
              "--runs=2",
              "--warmup=0",
              "--export-json=" + json,
              "--report=" + page,
              "1-12",
              "12");

      assertThat(run.exitCode()).isZero();
      JsonNode batch = new ObjectMapper().readTree(json.toFile()).get("modes").get(2);
      assertThat(batch.get("mode").asText()).isEqualTo("batch");
      assertThat(batch.get("rounds").findValuesAsText("requests")).containsExactly("1", "1");
      assertThat(Files.readString(page))
          .contains("\"label\":\"1-12\",\"name\":\"\"", "\"label\":\"3\",\"name\":\"Number 3\"");
    }
  }

  @Test
  void isNotComparedWhereItBringsOtherRecords() throws IOException {
    Answer other = Answer.ok("[" + ListApi.record(1) + "," + StubApi.record(2, "Evil") + "]");
    try (ListApi api = new ListApi((asked, time) -> asked.equals("1,2") ? other : null)) {
      CommandRun run = CommandRun.of("compare", api.option(), "--modes=sync,batch", "1", "2");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errLines())
          .containsExactly(
              "fetch-characters: not compared: the modes brought different records in warm-up round 1",
              "fetch-characters: character 2: name is \"Number 2\" and \"Evil\" from sync and from batch");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void aBatchSizeOutOfRangeIsAUsageError(int size) {
    assertThat(CommandRun.of("--mode=batch", "--batch-size=" + size, "1").errLines().get(0))
        .isEqualTo(
            "fetch-characters: Invalid value for option '--batch-size': "
                + size
                + " is not in the range 1 to 100");
  }

  @Test
  void unorderedLosesAndDoublesNothingInAnyMode() throws IOException {
    for (String mode : List.of("sync", "async", "threads", "batch")) {
      try (ListApi api =
          new ListApi(
              (asked, time) -> time == 1 && asked.hashCode() % 3 == 0 ? new Answer(0, "") : null)) {
        CommandRun run =
            CommandRun.of(
                api.option(),
                "--mode=" + mode,
                "--batch-size=7",
                "--unordered",
                "--retry-delay=1ms",
                "1-300",
                "9999",
                "5");

        assertThat(run.outLines().stream().sorted().collect(Collectors.joining(" ")))
            .as(mode)
            .isEqualTo(
                LongStream.concat(LongStream.rangeClosed(1, 300), LongStream.of(5))
                    .mapToObj(id -> "Number " + id)
                    .sorted()
                    .collect(Collectors.joining(" ")));
        assertThat(run.err())
            .isEqualTo("fetch-characters: character 9999: 404 Character not found\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads", "batch"})
  void unorderedPrintsWhatArrivesBeforeTheFirstAnswers(String mode) throws Exception {
    CountDownLatch printed = new CountDownLatch(1);
    try (ListApi api =
            new ListApi(
                (asked, time) -> {
                  if (asked.equals("1")) {
                    await(printed);
                  }
                  return null;
                });
        BackgroundRun run =
            BackgroundRun.start(
                api.option(), "--mode=" + mode, "--batch-size=1", "--unordered", "1", "2")) {
      assertThat(run.nextLine()).isEqualTo("Number 2");
      printed.countDown();
      assertThat(run.nextLine()).isEqualTo("Number 1");
      assertThat(run.nextLine()).isNull();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
