package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.AnswerCache;
import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of what is kept and what the API answers, through every mode. */
@Timeout(60)
class CachedModesTest {

  private static final Instant STORED = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Path folder;

  CachedModesTest(@TempDir Path home) {
    this.folder = home.resolve("answers");
  }

  /**
   * A second run.
   *
   * @param age since the first run
   * @param damaged whether the file is cut short meanwhile
   * @param script the API's answers to the second run
   * @param events what a listener hears
   */
  private record Case(
      String name, Duration age, boolean damaged, List<Step> script, List<String> events) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    List<String> asked =
        List.of("getting", "fetching 1 /api/character/1", "fetched 1 200", "got New");
    List<String> confirmed =
        List.of("getting", "fetching 1 /api/character/1", "fetched 1 304", "got Old");
    return List.of(
        kept("just stored", Duration.ZERO, "PT0S"),
        kept("as old as it may be", MAX_AGE, "PT10M"),
        new Case(
            "too old, and changed", MAX_AGE.plusMillis(1), false, List.of(record("New")), asked),
        new Case("too old, and the same", MAX_AGE.plusMillis(1), false, List.of(same()), confirmed),
        new Case("from the future", Duration.ofHours(-1), false, List.of(same()), confirmed),
        new Case("damaged", Duration.ZERO, true, List.of(record("New")), asked),
        new Case(
            "too old, and the same after a failure",
            MAX_AGE.multipliedBy(2),
            false,
            List.of(answer(503, "{\"error\":\"no time\"}"), same()),
            List.of(
                "getting",
                "fetching 1 /api/character/1",
                "fetched 1 503",
                "failed 1 503 no time -> again after PT0.05S",
                "fetching 2 /api/character/1",
                "fetched 2 304",
                "got Old")));
  }

  private static Case kept(String name, Duration age, String words) {
    return new Case(
        name,
        age,
        false,
        List.of(),
        List.of("getting", "cached " + words + " /api/character/1", "got Old"));
  }

  static Stream<Arguments> secondRunsTakeTheSameSteps() {
    // A batch keeps no validators: it has a test of its own.
    return Stream.of(Mode.SYNC, Mode.ASYNC, Mode.THREADS)
        .flatMap(mode -> cases().stream().map(one -> Arguments.of(one, mode)));
  }

  @ParameterizedTest(name = "{0}, by {1}")
  @MethodSource
  void secondRunsTakeTheSameSteps(Case second, Mode mode) throws IOException {
    run(mode, STORED, Map.of("1", List.of(record("Old"))), List.of(1L));
    if (second.damaged()) {
      cutShort();
    }

    Instant now = STORED.plus(second.age());
    RecordingListener heard = run(mode, now, Map.of("1", second.script()), List.of(1L));

    assertThat(heard.heard()).isEqualTo(Map.of("character with id 1", second.events()));
    String last = second.events().get(second.events().size() - 1);
    assertThat(run(mode, now, Map.of(), List.of(1L)).heard().get("character with id 1"))
        .as("a third run, which finds what the second has left")
        .hasSize(3)
        .contains(last);
  }

  private void cutShort() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toFile().length() > 0).toList()) {
        Files.writeString(file, Files.readString(file).substring(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneModeKeepsEachModeFinds(Mode first) {
    List<Long> ids = List.of(1L, 2L, 3L);
    Map<String, List<Step>> scripts =
        Map.of(
            "1", List.of(record("Old")),
            "2", List.of(answer(200, rick(2, "Two"))),
            "3", List.of(answer(404, "{\"error\":\"Character not found\"}")),
            "1,2,3", List.of(answer(200, "[" + rick(2, "Two") + "," + rick(1, "Old") + "]")));
    run(first, STORED, scripts, ids);

    for (Mode second : Mode.values()) {
      Map<String, List<Step>> rest =
          Map.of("3", List.of(answer(404, "{\"error\":\"Character not found\"}")));
      Map<String, List<String>> heard = run(second, STORED, rest, ids).heard();
      assertThat(heard.get("character with id 1")).contains("cached PT0S /api/character/1");
      assertThat(heard.get("character with id 2")).contains("got Two").hasSize(3);
      assertThat(heard.get("character with id 3")).contains("fetched 1 404");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatIsTooOldIsAskedForAnew(Mode second) {
    List<Long> ids = List.of(1L, 2L);
    String both = "[" + rick(1, "Old") + "," + rick(2, "Two") + "]";
    run(Mode.BATCH, STORED, Map.of("1,2", List.of(answer(200, both))), ids);

    Map<String, List<Step>> scripts =
        Map.of(
            "1", List.of(record("New")),
            "2", List.of(answer(200, rick(2, "Two"))),
            "1,2", List.of(answer(200, both.replace("Old", "New"))));
    run(second, STORED.plus(MAX_AGE.multipliedBy(2)), scripts, ids);

    Map<String, List<String>> heard =
        run(Mode.SYNC, STORED.plus(MAX_AGE.multipliedBy(2)), Map.of(), ids).heard();
    assertThat(heard.get("character with id 1")).contains("got New");
  }

  private static Step record(String name) {
    return tagged(200, rick(1, name));
  }

  private static Step same() {
    return tagged(304, "");
  }

  private static Step tagged(int status, String body) {
    return () ->
        new Reply(
            status,
            "HTTP/1.1",
            null,
            null,
            false,
            new Validator("\"1\"", null),
            true,
            null,
            null,
            body.getBytes(UTF_8));
  }

  private static String rick(long id, String name) {
    return "{\"id\":" + id + ",\"name\":\"" + name + "\"}";
  }

  private RecordingListener run(
      Mode mode, Instant now, Map<String, List<Step>> scripts, List<Long> ids) {
    RecordingListener listener = new RecordingListener();
    try (AnswerCache cache = ScriptedClient.cache(folder, MAX_AGE, now)) {
      ApiClient client =
          ScriptedClient.of(
              new ScriptedTransport(scripts, 1),
              2,
              wait -> {},
              ScriptedClient.window(2),
              listener,
              cache);
      mode.fetcher(client, Plan.of(2)).fetch(ids.iterator(), new RecordingSink());
    }
    return listener;
  }
}
