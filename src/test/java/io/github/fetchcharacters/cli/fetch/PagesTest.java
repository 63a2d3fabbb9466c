package io.github.fetchcharacters.cli.fetch;

import static io.github.fetchcharacters.cli.fetch.ListApi.names;
import static io.github.fetchcharacters.cli.fetch.ListApi.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.BackgroundRun;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.GoneReader;
import io.github.fetchcharacters.cli.fetch.ListApi.Answer;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character, and every match of filters, page by page. */
@Timeout(60)
class PagesTest {

  private static final Answer NO_MATCH = Answer.error(404, "There is nothing here");

  /** A run that its deadline ended leaves the flag set. */
  @AfterEach
  void clearTheInterruptFlag() {
    boolean unused = Thread.interrupted();
  }

  /** The links of the pages lead to a port without a server. */
  @ParameterizedTest
  @EnumSource
  void allIsEveryPageInOrderByItsNumber(Mode mode) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "--all", "-t");

      assertThat(run.outLines()).isEqualTo(names(1, 826));
      assertThat(run.err())
          .matches("826 characters in .* \\(" + mode + ", 42 requests, 0 retries, HTTP/1.1\\)\n");
      assertThat(api.asked().get(0)).isEqualTo("?page=1");
      assertThat(api.asked())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 42).mapToObj(number -> "?page=" + number).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "ndjson", "json"})
  void printsTheSameBytesAsTheIdsWould(String format) throws IOException {
    try (ListApi api = new ListApi()) {
      assertThat(CommandRun.of(api.option(), "-f", format, "--all"))
          .isEqualTo(CommandRun.of(api.option(), "-f", format, "1-826"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPageIsPrintedBeforeAnotherIsAnswered(Mode mode) throws Exception {
    CountDownLatch printed = new CountDownLatch(1);
    try (ListApi api =
            new ListApi(
                (asked, time) -> {
                  if (!asked.equals("?page=1")) {
                    await(printed);
                  }
                  return null;
                });
        BackgroundRun run = BackgroundRun.start(api.option(), "--mode=" + mode, "--all")) {
      for (String name : names(1, 20)) {
        assertThat(run.nextLine()).isEqualTo(name);
      }
      printed.countDown();
      assertThat(run.nextLine()).isEqualTo("Number 21");
    }
  }

  @ParameterizedTest
  @CsvSource({"ASYNC, 3, 3", "THREADS, 3, 3", "BATCH, 3, 3", "SYNC, 3, 1"})
  void theOthersComeWithinTheWindow(Mode mode, int concurrency, int inFlight) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "-c" + concurrency, "--all");

      assertThat(run.outLines()).hasSize(826);
      assertThat(api.mostInFlight()).isLessThanOrEqualTo(inFlight);
    }
  }

  @Test
  void theOthersAreAskedForAtOnce() throws IOException {
    CountDownLatch four = new CountDownLatch(4);
    try (ListApi api =
        new ListApi(
            (asked, time) -> {
              if (!asked.equals("?page=1")) {
                four.countDown();
                await(four);
              }
              return page(Integer.parseInt(asked.substring("?page=".length())), 100);
            })) {
      assertThat(CommandRun.of(api.option(), "-c4", "--all").outLines()).isEqualTo(names(1, 100));
    }
  }

  @Test
  void filtersAreEncodedAndSentWithEveryPage() throws IOException {
    try (ListApi api =
        new ListApi((asked, time) -> page(asked.startsWith("?page=1&") ? 1 : 2, 21))) {
      CommandRun run =
          CommandRun.of(
              api.option(),
              "--mode=sync",
              "--gender=a=b",
              "--type=🥒",
              "--species=50%+",
              "--status=é # x",
              "--name=R&M/?");

      assertThat(run.outLines()).isEqualTo(names(1, 21));
      String filters =
          "&name=R%26M%2F%3F&status=%C3%A9+%23+x&species=50%25%2B&type=%F0%9F%A5%92&gender=a%3Db";
      assertThat(api.asked()).containsExactly("?page=1" + filters, "?page=2" + filters);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC, json, '[]\n'",
    "ASYNC, json, '[]\n'",
    "THREADS, name, ''",
    "BATCH, ndjson, ''"
  })
  void noMatchIsAnEmptyResult(Mode mode, String format, String out) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> NO_MATCH)) {
      String[] arguments = {api.option(), "--mode=" + mode, "-f", format, "--name=nobody"};

      assertThat(CommandRun.of(arguments))
          .isEqualTo(new CommandRun(0, out, "fetch-characters: no character matches\n"));
      arguments[1] = "-q";
      assertThat(CommandRun.of(arguments)).isEqualTo(new CommandRun(0, out, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Not here\"}",
        "<html>There is nothing here</html>",
        "",
        "{\"message\":\"There is nothing here\"}",
      })
  void anyOther404IsAFailure(String body) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> new Answer(404, body))) {
      CommandRun run = CommandRun.of(api.option(), "--name=rick");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errLines().get(0))
          .startsWith("fetch-characters: page 1 (matches 1-20): 404 Not ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "cache", "compare"})
  void theWordBehindAFilterIsItsValueAlsoIfACommandHasThatName(String word) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun.of(api.option(), "--name", word);

      assertThat(api.asked()).first().asString().contains("name=" + word);
    }
  }

  /** The API answers the same for an address that it does not have. */
  @Test
  void anApiWithoutAnyCharacterIsAFailure() throws IOException {
    try (ListApi api = new ListApi((asked, time) -> NO_MATCH)) {
      assertThat(CommandRun.of(api.option(), "--all"))
          .isEqualTo(
              new CommandRun(
                  1,
                  "",
                  """
                  fetch-characters: page 1 (characters 1-20): 404 There is nothing here
                  fetch-characters: no other page was asked for: the first one says how many there are
                  """));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--all, 'page 3 (characters 41-60)', 'page 4 (characters 61-62)'",
    "--name=r, 'page 3 (matches 41-60)', 'page 4 (matches 61-62)'"
  })
  void aPageThatFailsNamesWhatIsMissing(String option, String third, String fourth)
      throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) -> {
              int number = Integer.parseInt(asked.replaceAll("\\D", ""));
              return number > 2 ? Answer.error(403, "no") : page(number, 62);
            })) {
      for (Mode mode : Mode.values()) {
        assertThat(CommandRun.of(api.option(), "--mode=" + mode, option))
            .isEqualTo(
                new CommandRun(
                    1,
                    String.join("\n", names(1, 40)) + "\n",
                    """
                    fetch-characters: %s: 403 no
                    fetch-characters: %s: 403 no
                    """
                        .formatted(third, fourth)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageCutShortIsTriedAgain(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                time < 3 && asked.equals("?page=2")
                    ? Answer.ok(page(2, 826).body().substring(0, 500 * time))
                    : null)) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=" + mode, "--retry-delay=1ms", "-t", "--all");

      assertThat(run.outLines()).isEqualTo(names(1, 826));
      assertThat(run.err()).contains("44 requests, 2 retries");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPageFailing(Mode mode) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> Answer.error(500, "no"))) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=" + mode, "--retry-delay=1ms", "-f", "json", "--all");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEqualTo("[]\n");
      assertThat(run.errLines())
          .containsExactly(
              "fetch-characters: page 1 (characters 1-20): 500 no",
              "fetch-characters: no other page was asked for: the first one says how many there"
                  + " are");
      assertThat(api.asked()).hasSize(3).containsOnly("?page=1");
    }
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    try (Socket silent = new Socket()) {
      // Holds the port, and does not listen.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String url = "http://127.0.0.1:" + silent.getLocalPort();

      assertThat(CommandRun.of("--base-url=" + url, "--retries=0", "--all").errLines().get(0))
          .isEqualTo("fetch-characters: page 1 (characters 1-20): connection refused by " + url);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}; the page has no usable info.count",
        "{\"count\":\"62\",\"pages\":4}; the page has no usable info.count",
        "{\"count\":-1,\"pages\":4}; the page has no usable info.count",
        "{\"count\":0,\"pages\":0}; the page has no usable info.count",
        "{\"count\":62.5,\"pages\":4}; the page has no usable info.count",
        "{\"count\":9223372036854775807,\"pages\":4}; the page has no usable info.count",
        "{\"count\":92233720368547758070,\"pages\":4}; the page has no usable info.count",
        "{\"count\":{\"pages\":4}}; the page has no usable info.count",
        "{\"count\":62}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":null}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":\"4\"}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":0}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":-4}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":63}; the page has no usable info.pages",
        "{\"count\":62,\"pages\":9223372036854775807}; the page has no usable info.pages",
        "[]; the page has no usable info.count",
        "null; the page has no usable info.count",
      })
  void figuresThatCannotBeAreNoPage(String info, String why) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> page(info, 1, 20))) {
      CommandRun run = CommandRun.of(api.option(), "--all");

      assertThat(run.out()).isEmpty();
      assertThat(run.errLines().get(0))
          .isEqualTo("fetch-characters: page 1 (characters 1-20): " + why);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(api.asked()).containsExactly("?page=1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"info\":{\"count\":1,\"pages\":1}}; the page has no results",
        "{\"info\":{\"count\":1,\"pages\":1},\"results\":[]}; the page has no results",
        "{\"info\":{\"count\":1,\"pages\":1},\"results\":{}}; the page has no results",
        "{\"info\":{\"count\":1,\"pages\":1},\"results\":{\"a\":[7]}}; the page has no results",
        "[]; the answer is no page, it begins with [",
      })
  void anAnswerThatIsNoPage(String body, String why) throws IOException {
    try (ListApi api = new ListApi((asked, time) -> Answer.ok(body))) {
      assertThat(CommandRun.of(api.option(), "--all").errLines().get(0))
          .isEqualTo("fetch-characters: page 1 (characters 1-20): " + why);
    }
  }

  /** The announced number counts, not the number sent. */
  @ParameterizedTest
  @EnumSource
  void aListThatBringsFewerThanItAnnouncesIsAFailure(Mode mode) throws IOException {
    String info = "{\"count\":35,\"pages\":2}";
    try (ListApi api =
        new ListApi((asked, time) -> page(info, asked.equals("?page=1") ? 1 : 2, 21))) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "--all");

      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.err())
          .isEqualTo("fetch-characters: the list has 35 characters, but its pages have 21\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListThatBringsMoreThanItAnnouncesIsAFailure(Mode mode) throws IOException {
    String info = "{\"count\":35,\"pages\":2}";
    try (ListApi api =
        new ListApi((asked, time) -> page(info, asked.equals("?page=1") ? 1 : 2, 40))) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "--all");

      assertThat(run.outLines()).isEqualTo(names(1, 40));
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.err())
          .isEqualTo("fetch-characters: the list has 35 characters, but its pages have 40\n");
    }
  }

  @Test
  void anEmptyListOfAnOrdinaryStatusIsAnEmptyResult() throws IOException {
    String body = "{\"info\":{\"count\":0,\"pages\":0},\"results\":[]}";
    try (ListApi api = new ListApi((asked, time) -> Answer.ok(body))) {
      CommandRun run = CommandRun.of(api.option(), "--all");

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEqualTo("fetch-characters: no character matches\n");
    }
  }

  @Test
  void readsAPageWhateverElseItHas() throws IOException {
    String body =
        "{\"results\":[{\"id\":1,\"name\":\"A\",\"origin\":{\"name\":\"B\"}}],\"x\":[{}],"
            + "\"info\":{\"a\":{\"count\":9,\"pages\":9},\"pages\":1,\"count\":1}}";
    try (ListApi api = new ListApi((asked, time) -> Answer.ok(body))) {
      assertThat(CommandRun.of(api.option(), "--all")).isEqualTo(new CommandRun(0, "A\n", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--all 1, 'either ids or filters: ''1'' does not go with --all or a filter'",
    "--all -, 'either ids or filters: ''-'' does not go with --all or a filter'",
    "5-7 --name=rick, 'either ids or filters: ''5-7'' does not go with --all or a filter'",
    "--name=, 'Invalid value for option ''--name'': it is empty; every character is --all'",
    "--all --type=, 'Invalid value for option ''--type'': it is empty; every character is --all'",
    "--status, option '--status' needs a value: --status=STATUS",
    "--name compare 1, 'either ids or filters: ''1'' does not go with --all or a filter'",
  })
  void isAUsageErrorAndNothingIsFetched(String arguments, String message) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run = CommandRun.of((api.option() + " " + arguments).split(" ", -1));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errLines().get(0)).isEqualTo("fetch-characters: " + message);
      assertThat(api.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlineMayPassBeforeTheFirstPage(Mode mode) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (ListApi api = new ListApi((asked, time) -> awaiting(never))) {
      assertThat(CommandRun.of(api.option(), "--mode=" + mode, "--deadline=50ms", "--all"))
          .isEqualTo(
              new CommandRun(
                  1,
                  "",
                  "fetch-characters: page 1 (characters 1-20): not fetched, the deadline has"
                      + " passed (--deadline=50ms)\n"));
    } finally {
      never.countDown();
    }
  }

  /** A stop before the first page is a failure, too. */
  @ParameterizedTest
  @EnumSource
  void aDeadlineThatHasPassedFails(Mode mode) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (ListApi api = new ListApi((asked, time) -> awaiting(never))) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=" + mode, "--deadline=PT0.000000001S", "--all");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains(": not fetched, the deadline has passed");
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlineNamesThePagesThatAreMissing(Mode mode) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (ListApi api =
        new ListApi((asked, time) -> asked.equals("?page=1") ? page(1, 62) : awaiting(never))) {
      String late = ": not fetched, the deadline has passed (--deadline=700ms)";
      CommandRun run =
          CommandRun.of(api.option(), "--mode=" + mode, "-c1", "--deadline=700ms", "--all");

      assertThat(run.outLines()).isEqualTo(names(1, 20));
      assertThat(run.errLines())
          .containsExactly(
              "fetch-characters: page 2 (characters 21-40)" + late,
              "fetch-characters: page 3 (characters 41-60)" + late,
              "fetch-characters: page 4 (characters 61-62)" + late);
      assertThat(run.exitCode()).isEqualTo(1);
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaitForAPage(Mode mode) throws Exception {
    for (int answered : List.of(0, 1)) {
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      try (ListApi api =
              new ListApi(
                  (target, time) -> {
                    // The threads of later pages come in any order.
                    if (answered == 1 && target.equals("?page=1")) {
                      return null;
                    }
                    asked.countDown();
                    return awaiting(never);
                  });
          BackgroundRun run =
              BackgroundRun.start(api.option(), "--mode=" + mode, "-f", "json", "-c1", "--all")) {
        asked.await();
        run.interrupt();

        int records = 20 * answered;
        if (records > 0) {
          assertThat(run.nextLine()).isEqualTo("[");
        }
        for (int id = 1; id <= records; id++) {
          assertThat(run.nextLine()).isEqualTo(ListApi.record(id) + (id < records ? "," : ""));
        }
        assertThat(run.nextLine()).isEqualTo(records > 0 ? "]" : "[]");
        assertThat(run.nextLine()).isNull();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.err())
            .matches("fetch-characters: (1 page|41 pages) not fetched, interrupted\n");
      } finally {
        never.countDown();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void failFastStopsAtTheFirstPageThatFails(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi((asked, time) -> asked.equals("?page=2") ? Answer.error(403, "no") : null)) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "-c1", "--fail-fast", "--all");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.outLines().subList(0, 20)).isEqualTo(names(1, 20));
      assertThat(run.errLines().get(0))
          .isEqualTo("fetch-characters: page 2 (characters 21-40): 403 no");
      assertThat(run.errLines().get(run.errLines().size() - 1))
          .isEqualTo(
              "fetch-characters: page 42 (characters 821-826): not fetched, stopped at the first"
                  + " failure (--fail-fast)");
      assertThat(run.outLines().size() / 20 + run.errLines().size()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @EnumSource
  void requestsStopWhenTheReaderGoesAway(Mode mode) throws IOException {
    try (ListApi api = new ListApi()) {
      CommandRun run =
          CommandRun.into(new GoneReader(), api.option(), "--mode=" + mode, "-c1", "--all");

      assertThat(run).isEqualTo(new CommandRun(0, "", ""));
      assertThat(api.asked()).hasSizeLessThan(42);
    }
  }

  @ParameterizedTest
  @EnumSource
  void unorderedPrintsPagesAsTheyArrive(Mode mode) throws Exception {
    if (mode == Mode.SYNC) {
      return;
    }
    CountDownLatch printed = new CountDownLatch(1);
    try (ListApi api =
            new ListApi(
                (asked, time) -> {
                  if (asked.equals("?page=2")) {
                    await(printed);
                  }
                  return page(Integer.parseInt(asked.substring("?page=".length())), 41);
                });
        BackgroundRun run =
            BackgroundRun.start(api.option(), "--mode=" + mode, "--unordered", "--all")) {
      for (String name : names(1, 20)) {
        assertThat(run.nextLine()).isEqualTo(name);
      }
      assertThat(run.nextLine()).isEqualTo("Number 41");
      printed.countDown();
      assertThat(run.nextLine()).isEqualTo("Number 21");
    }
  }

  private static Answer awaiting(CountDownLatch latch) {
    await(latch);
    return new Answer(0, "");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
