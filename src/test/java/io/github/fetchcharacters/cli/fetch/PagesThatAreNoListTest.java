package io.github.fetchcharacters.cli.fetch;

import static io.github.fetchcharacters.cli.fetch.ListApi.names;
import static io.github.fetchcharacters.cli.fetch.ListApi.page;
import static io.github.fetchcharacters.cli.fetch.ListApi.pageOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.fetch.ListApi.Answer;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that contradict the number in the first one, and pages with bad records. */
@Timeout(60)
class PagesThatAreNoListTest {

  private static final String ENDLESS = "{\"count\":1500000000,\"pages\":1000000000}";

  private static int number(String asked) {
    return Integer.parseInt(asked.replaceAll("\\D", ""));
  }

  private static CommandRun all(ListApi api, Mode mode, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of(api.option(), "--mode=" + mode, "-c5", "--all"));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIgnoresTheNumberIsReportedOnce(Mode mode) throws IOException {
    for (String info : List.of("{\"count\":826,\"pages\":42}", ENDLESS)) {
      try (ListApi api = new ListApi((asked, time) -> page(info, 1, 826))) {
        assertThat(all(api, mode))
            .isEqualTo(
                new CommandRun(
                    1,
                    String.join("\n", names(1, 20)) + "\n",
                    "fetch-characters: page 2 (characters 21-40): the same records as on page 1,"
                        + " and so on: the list ends here\n"));
        assertThat(api.asked()).hasSizeLessThanOrEqualTo(30);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatIsRepeatedCostsThatPageAlone(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi((asked, time) -> page(asked.equals("?page=3") ? 2 : number(asked), 100))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines())
          .isEqualTo(Stream.concat(names(1, 40).stream(), names(61, 100).stream()).toList());
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 3 (characters 41-60): the same records as on page 2\n");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(api.asked()).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalRepeatedPagesAreReportedInOneLine(Mode mode) throws IOException {
    String info = "{\"count\":120,\"pages\":6}";
    try (ListApi api = new ListApi((asked, time) -> page(info, (number(asked) + 1) / 2, 120))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines()).isEqualTo(names(1, 60));
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 2 (characters 21-40): the same records as on page 1,"
                  + " and 2 more such pages\n");
    }
  }

  /** As where a record is added in front while the pages are read. */
  @ParameterizedTest
  @EnumSource
  void pagesThatShareRecordsMayLackOthers(Mode mode) throws IOException {
    String info = "{\"count\":60,\"pages\":3}";
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                number(asked) < 3 ? page(info, number(asked), 60) : pageOf(info, 39, 58))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines())
          .isEqualTo(Stream.concat(names(1, 40).stream(), names(39, 58).stream()).toList());
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 3 (characters 41-60): character 39 and 1 more came twice,"
                  + " so others may be missing\n");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecordTwiceOnAPageMayStandForAnother(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                Answer.ok(
                    page(number(asked), 40)
                        .body()
                        .replace(ListApi.record(8), ListApi.record(7))))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines()).hasSize(40);
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 1 (characters 1-20): character 7 came twice,"
                  + " so others may be missing\n");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatStaysOnItsLastPage(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi((asked, time) -> page(ENDLESS, Math.min(number(asked), 3), 60))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines()).isEqualTo(names(1, 60));
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 4 (characters 61-80): the same records as on page 3,"
                  + " and so on: the list ends here\n");
      assertThat(api.asked()).hasSizeLessThanOrEqualTo(32);
    }
  }

  @ParameterizedTest
  @MethodSource
  void aBillionPagesEndAtTheFirstThatIsNotThere(Mode mode, Answer pastEnd, String why)
      throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) -> number(asked) > 3 ? pastEnd : page(ENDLESS, number(asked), 60))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines()).isEqualTo(names(1, 60));
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 4 (characters 61-80): "
                  + why
                  + "; page 1 announced 1000000000 pages\n");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      // As many as may be in flight and not yet delivered, and those before.
      assertThat(api.asked()).hasSizeLessThanOrEqualTo(24);
    }
  }

  static Stream<Arguments> aBillionPagesEndAtTheFirstThatIsNotThere() {
    String none = "{\"info\":" + ENDLESS + ",\"results\":[]}";
    return Stream.of(Mode.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of(
                        mode,
                        Answer.error(404, "There is nothing here"),
                        "404 There is nothing here"),
                    Arguments.of(mode, new Answer(404, "<html>"), "404 Not Found"),
                    Arguments.of(mode, Answer.ok(none), "the page has no results"),
                    Arguments.of(
                        mode,
                        Answer.ok("{\"info\":{\"count\":0,\"pages\":0},\"results\":[]}"),
                        "the page has no results"),
                    Arguments.of(mode, Answer.ok("{}"), "the page has no results")));
  }

  @ParameterizedTest
  @EnumSource
  void aBillionPagesEndWithoutOrderAsWell(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                number(asked) > 3
                    ? Answer.error(404, "There is nothing here")
                    : page(ENDLESS, number(asked), 60))) {
      CommandRun run = all(api, mode, "--unordered");

      assertThat(run.outLines()).containsExactlyInAnyOrderElementsOf(names(1, 60));
      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: page 4 (characters 61-80): 404 There is nothing here;"
                  + " page 1 announced 1000000000 pages\n");
      assertThat(api.asked()).hasSizeLessThanOrEqualTo(40);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadRecordCostsThatRecordAlone(Mode mode) throws IOException {
    String bad = "{\"id\":0,\"name\":\"Zero\"},{\"id\":-5,\"name\":\"Less\"},{\"id\":22},7,[8]";
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                number(asked) == 2
                    ? Answer.ok(page(2, 65).body().replace(ListApi.record(22), bad))
                    : page(number(asked), 65))) {
      CommandRun run = all(api, mode);

      assertThat(run.outLines())
          .isEqualTo(names(1, 65).stream().filter(name -> !name.equals("Number 22")).toList());
      String page = "fetch-characters: page 2 (characters 21-40): ";
      assertThat(run.errLines())
          .containsExactly(
              page + "record 2 has no usable id",
              page + "record 3 has no usable id",
              page + "record 4 (id 22) has no usable name",
              page + "record 5 is no object",
              page + "record 6 is no object");
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(api.asked()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadRecordIsAFirstFailure(Mode mode) throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                Answer.ok(
                    page(number(asked), 65)
                        .body()
                        .replace(ListApi.record(20), "{\"id\":20,\"name\":null}")))) {
      CommandRun run = all(api, mode, "--fail-fast");

      // Pages that had come by then follow.
      assertThat(run.outLines()).startsWith(names(1, 19).toArray(String[]::new));
      assertThat(run.errLines().get(0))
          .isEqualTo(
              "fetch-characters: page 1 (characters 1-20): record 20 (id 20) has no usable name");
      assertThat(run.errLines().stream().skip(1))
          .allMatch(
              line -> line.endsWith("not fetched, stopped at the first failure (--fail-fast)"));
      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    }
  }

  @Test
  void moreBadRecordsThanARequestCanAskForAreABadPage() throws IOException {
    String info = "{\"count\":20,\"pages\":1}";
    for (int bad : new int[] {100, 101}) {
      String records = "7" + ",7".repeat(bad - 1);
      try (ListApi api =
          new ListApi(
              (asked, time) ->
                  Answer.ok("{\"info\":" + info + ",\"results\":[" + records + "]}"))) {
        assertThat(CommandRun.of(api.option(), "--all").errLines())
            .hasSize(bad == 100 ? 100 : 2)
            .first()
            .asString()
            .endsWith(
                bad == 100
                    ? "record 1 is no object"
                    : "the answer has more than 100 records that cannot be used");
      }
    }
  }
}
