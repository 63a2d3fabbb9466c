package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;

import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.api.TransportException.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the API does to one request and what must come of it, with 2 retries, a base of 100 ms, a
 * cap of 1 s and a chance of 0.5. A request is for one id in the modes of {@link #modes}; a mode
 * that asks for several at once joins with scenarios of its own.
 *
 * @param name what happens
 * @param modes the modes it is for
 * @param path the last part of the request's path
 * @param subject what the listener hears of it as
 * @param ids the ids that the request is for
 * @param steps what the API does to each attempt
 * @param events what the listener hears
 * @param waits the pauses
 * @param outcomes what the sink is handed
 */
record Scenario(
    String name,
    Set<Mode> modes,
    String path,
    String subject,
    List<Long> ids,
    List<Step> steps,
    List<String> events,
    List<String> waits,
    List<String> outcomes) {

  private static final Set<Mode> ONE_REQUEST_PER_ID =
      EnumSet.of(Mode.SYNC, Mode.ASYNC, Mode.THREADS);

  static List<Scenario> of(Mode mode) {
    return all().filter(scenario -> scenario.modes().contains(mode)).toList();
  }

  private static Stream<Scenario> all() {
    return Stream.of(
        one("success first", 1).step(rick(1), "fetched 1 200", "got Rick").ends("found 1 Rick"),
        one("a failure, then success", 2)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(rick(2), "fetched 2 200", "got Rick")
            .ends("found 2 Rick", "PT0.05S"),
        one("success with the last attempt", 3)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(busy(), "fetched 2 503", "failed 2 503 no time -> again after PT0.1S")
            .step(rick(3), "fetched 3 200", "got Rick")
            .ends("found 3 Rick", "PT0.05S", "PT0.1S"),
        one("one failure too many", 4)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(busy(), "fetched 2 503", "failed 2 503 no time -> again after PT0.1S")
            .step(busy(), "fetched 3 503", "failed 3 503 no time -> given up")
            .ends("failed 4 503 no time", "PT0.05S", "PT0.1S"),
        one("an unknown id", 5)
            .step(
                answer(404, "{\"error\":\"Character not found\"}"),
                "fetched 1 404",
                "failed 1 404 Character not found -> given up")
            .ends("failed 5 404 Character not found"),
        one("a lasting failure after a passing one", 6)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(answer(403, ""), "fetched 2 403", "failed 2 403 Forbidden -> given up")
            .ends("failed 6 403 Forbidden", "PT0.05S"),
        one("a body cut short, then whole", 7)
            .step(
                answer(200, "{\"id\":7,\"na"),
                "fetched 1 200",
                "failed 1 the answer is cut short -> again after PT0.05S")
            .step(rick(7), "fetched 2 200", "got Rick")
            .ends("found 7 Rick", "PT0.05S"),
        one("the record of another id", 8)
            .step(
                rick(80),
                "fetched 1 200",
                "failed 1 the answer is the record of another id, 80 -> given up")
            .ends("failed 8 the answer is the record of another id, 80"),
        one("a lost connection, then success", 9)
            .step(failure(Kind.LOST), "failed 1 no answer: LOST -> again after PT0.05S")
            .step(rick(9), "fetched 2 200", "got Rick")
            .ends("found 9 Rick", "PT0.05S"),
        one("refused, late, too many streams", 10)
            .step(failure(Kind.REFUSED), "failed 1 no answer: REFUSED -> again after PT0.05S")
            .step(failure(Kind.TIMEOUT), "failed 2 no answer: TIMEOUT -> again after PT0.1S")
            .step(failure(Kind.LOST), "failed 3 no answer: LOST -> given up")
            .ends("failed 10 no answer: LOST", "PT0.05S", "PT0.1S"),
        one("an unknown host", 11)
            .step(failure(Kind.UNKNOWN_HOST), "failed 1 no answer: UNKNOWN_HOST -> given up")
            .ends("failed 11 no answer: UNKNOWN_HOST"),
        one("the server asks to wait", 12)
            .step(
                answer(429, "1", ""),
                "fetched 1 429",
                "failed 1 429 Too Many Requests -> again after PT1S")
            .step(rick(12), "fetched 2 200", "got Rick")
            .ends("found 12 Rick", "PT1S"),
        one("the server asks to wait too long", 13)
            .step(
                answer(429, "3600", ""),
                "fetched 1 429",
                "failed 1 429 Too Many Requests -> given up")
            .ends(
                "failed 13 429 Too Many Requests; the server asks to wait 1h, longer than"
                    + " --retry-max-delay=1s allows"),
        one("a defect of this program", 14)
            .step(
                () -> {
                  throw new IllegalStateException("a defect");
                },
                "failed 1 a defect -> given up")
            .ends("failed 14 a defect"));
  }

  private static Builder one(String name, long id) {
    return new Builder(name, id, List.of(), List.of("getting"));
  }

  private static Step rick(long id) {
    return answer(200, "{\"id\":" + id + ",\"name\":\"Rick\"}");
  }

  private static Step busy() {
    return answer(503, "{\"error\":\"no time\"}");
  }

  @Override
  public String toString() {
    return name;
  }

  /** A scenario for one id, attempt by attempt. */
  private record Builder(String name, long id, List<Step> steps, List<String> events) {

    /** One more attempt, and what is heard of it after its beginning. */
    Builder step(Step step, String... heard) {
      String fetching = "fetching " + (steps.size() + 1) + " /api/character/" + id;
      return new Builder(
          name,
          id,
          Stream.concat(steps.stream(), Stream.of(step)).toList(),
          Stream.of(events.stream(), Stream.of(fetching), Stream.of(heard))
              .flatMap(part -> part)
              .toList());
    }

    Scenario ends(String outcome, String... waits) {
      return new Scenario(
          name,
          ONE_REQUEST_PER_ID,
          "" + id,
          "character with id " + id,
          List.of(id),
          steps,
          events,
          List.of(waits),
          List.of(outcome));
    }
  }
}
