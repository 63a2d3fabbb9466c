package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;

import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The API's answers and the expected steps, with 2 retries, a base of 100 ms, a cap of 1 s and a
 * chance of 0.5.
 *
 * @param name the case
 * @param modes the modes that run it
 * @param ids the ids asked for
 * @param scripts the API's answer to each attempt, by the last part of the request's path
 * @param events the listener's events, by subject
 * @param waits the pauses
 * @param outcomes the sink's outcomes
 */
record Scenario(
    String name,
    Set<Mode> modes,
    List<Long> ids,
    Map<String, List<Step>> scripts,
    Map<String, List<String>> events,
    List<String> waits,
    List<String> outcomes) {

  /** A range names neighbours. */
  private static final Map<String, String> SUBJECTS =
      Map.of("1,2", "1-2", "3,1,2", "3,1-2", "9998,9999", "9998-9999");

  private static final String TOO_MUCH =
      "the answer was too much for this program (StackOverflowError)";

  private static final String NO_THREADS =
      "this process may start no more threads (a smaller --concurrency needs fewer)";

  static List<Scenario> of(Mode mode) {
    return Stream.concat(oneId(), severalIds())
        .filter(scenario -> scenario.modes().contains(mode))
        .toList();
  }

  /** One request for one id, which is a batch, too. */
  static Stream<Scenario> oneId() {
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
            .ends("failed 14 a defect"),
        one("an answer that overflows the stack", 15)
            .step(Scenario::overflow, "failed 1 " + TOO_MUCH + " -> given up")
            .ends("failed 15 " + TOO_MUCH),
        one("a thread that the system refuses, then success", 16)
            .step(Scenario::noThread, "failed 1 " + NO_THREADS + " -> again after PT0.05S")
            .step(rick(16), "fetched 2 200", "got Rick")
            .ends("found 16 Rick", "PT0.05S"));
  }

  /** Requests for several ids at once, and what follows for each of them. */
  private static Stream<Scenario> severalIds() {
    return Stream.of(
        several("the API's own order, repeats collapsed", 3, 1, 2, 1)
            .step(list(rickText(1), rickText(2), rickText(3)), "fetched 1 200", "got 3 characters")
            .ends("found 3 Rick, found 1 Rick, found 2 Rick, found 1 Rick"),
        several("an id that the API leaves out", 1, 9999)
            .step(list(rickText(1)), "fetched 1 200", "got 1 character")
            .ends("found 1 Rick, failed 9999 404 Character not found"),
        several("nothing but ids that the API leaves out", 9998, 9999)
            .step(list(), "fetched 1 200", "got 0 characters")
            .ends("failed 9998 404 Character not found, failed 9999 404 Character not found"),
        several("one failure for all, then success", 1, 2)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(list(rickText(1), rickText(2)), "fetched 2 200", "got 2 characters")
            .ends("found 1 Rick, found 2 Rick", "PT0.05S"),
        several("a list cut short, then whole", 1, 2)
            .step(
                answer(200, "[" + rickText(1) + ",{\"id\""),
                "fetched 1 200",
                "failed 1 the answer is cut short -> again after PT0.05S")
            .step(list(rickText(1), rickText(2)), "fetched 2 200", "got 2 characters")
            .ends("found 1 Rick, found 2 Rick", "PT0.05S"),
        several("one failure too many, then each for itself", 1, 2)
            .step(busy(), "fetched 1 503", "failed 1 503 no time -> again after PT0.05S")
            .step(busy(), "fetched 2 503", "failed 2 503 no time -> again after PT0.1S")
            .step(busy(), "fetched 3 503", "failed 3 503 no time -> given up")
            .then(1)
            .step(rick(1), "fetched 1 200", "got Rick")
            .then(2)
            .step(answer(404, "{}"), "fetched 1 404", "failed 1 404 Not Found -> given up")
            .ends("found 1 Rick, failed 2 404 Not Found", "PT0.05S", "PT0.1S"),
        several("one bad record, which costs its id", 1, 2)
            .step(list(rickText(1), "{\"id\":2}"), "fetched 1 200", "got 1 character")
            .ends("found 1 Rick, failed 2 the record has no usable name"),
        several("a record that was not asked for, then the missing one for itself", 1, 2)
            .step(list(rickText(1), rickText(3)), "fetched 1 200", "got 1 character")
            .then(2)
            .step(rick(2), "fetched 1 200", "got Rick")
            .ends("found 1 Rick, found 2 Rick"),
        several("a record where a list is due, then each for itself", 1, 2)
            .step(
                rick(1),
                "fetched 1 200",
                "failed 1 the answer is no list of records, it begins with { -> given up")
            .then(1)
            .step(rick(1), "fetched 1 200", "got Rick")
            .then(2)
            .step(rick(2), "fetched 1 200", "got Rick")
            .ends("found 1 Rick, found 2 Rick"),
        several("a server that is not there is not asked for each", 1, 2)
            .step(failure(Kind.REFUSED), "failed 1 no answer: REFUSED -> again after PT0.05S")
            .step(failure(Kind.REFUSED), "failed 2 no answer: REFUSED -> again after PT0.1S")
            .step(failure(Kind.REFUSED), "failed 3 no answer: REFUSED -> given up")
            .ends("failed 1 no answer: REFUSED, failed 2 no answer: REFUSED", "PT0.05S", "PT0.1S"),
        several("a server that asks for a long wait is not asked for each", 1, 2)
            .step(
                answer(429, "3600", ""),
                "fetched 1 429",
                "failed 1 429 Too Many Requests -> given up")
            .ends(
                "failed 1 429 Too Many Requests; the server asks to wait 1h, longer than"
                    + " --retry-max-delay=1s allows, failed 2 429 Too Many Requests; the server"
                    + " asks to wait 1h, longer than --retry-max-delay=1s allows"),
        several("a defect of this program", 1, 2)
            .step(
                () -> {
                  throw new IllegalStateException("a defect");
                },
                "failed 1 a defect -> given up")
            .ends("failed 1 a defect, failed 2 a defect"),
        several("an answer that overflows the stack, then each for itself", 1, 2)
            .step(Scenario::overflow, "failed 1 " + TOO_MUCH + " -> given up")
            .then(1)
            .step(rick(1), "fetched 1 200", "got Rick")
            .then(2)
            .step(Scenario::overflow, "failed 1 " + TOO_MUCH + " -> given up")
            .ends("found 1 Rick, failed 2 " + TOO_MUCH));
  }

  private static Builder one(String name, long id) {
    return new Builder(name, EnumSet.allOf(Mode.class), List.of(id)).then(id);
  }

  private static Builder several(String name, long... ids) {
    List<Long> asked = LongStream.of(ids).boxed().toList();
    String path = asked.stream().distinct().map(String::valueOf).collect(Collectors.joining(","));
    return new Builder(name, EnumSet.of(Mode.BATCH), asked)
        .then(path, "characters with ids " + SUBJECTS.getOrDefault(path, path));
  }

  private static Step list(String... records) {
    return answer(200, "[" + String.join(",", records) + "]");
  }

  private static Step rick(long id) {
    return answer(200, rickText(id));
  }

  private static String rickText(long id) {
    return "{\"id\":" + id + ",\"name\":\"Rick\"}";
  }

  private static Step busy() {
    return answer(503, "{\"error\":\"no time\"}");
  }

  private static Reply overflow() {
    throw new StackOverflowError();
  }

  private static Reply noThread() {
    throw new OutOfMemoryError("unable to create native thread: possibly out of memory");
  }

  @Override
  public String toString() {
    return name;
  }

  /** A scenario, request by request and attempt by attempt. */
  private static final class Builder {

    private final String name;
    private final Set<Mode> modes;
    private final List<Long> ids;
    private final Map<String, List<Step>> scripts = new LinkedHashMap<>();
    private final Map<String, List<String>> events = new LinkedHashMap<>();
    private String path = "";
    private String subject = "";

    Builder(String name, Set<Mode> modes, List<Long> ids) {
      this.name = name;
      this.modes = modes;
      this.ids = ids;
    }

    /** Goes on with the request for this id. */
    Builder then(long id) {
      return then("" + id, "character with id " + id);
    }

    Builder then(String nextPath, String nextSubject) {
      path = nextPath;
      subject = nextSubject;
      scripts.put(path, new ArrayList<>());
      events.put(subject, new ArrayList<>(List.of("getting")));
      return this;
    }

    /** Adds an attempt, and its events after the first. */
    Builder step(Step step, String... heard) {
      List<Step> script = scripts.getOrDefault(path, List.of());
      script.add(step);
      List<String> steps = events.getOrDefault(subject, List.of());
      steps.add("fetching " + script.size() + " /api/character/" + path);
      steps.addAll(List.of(heard));
      return this;
    }

    /**
     * @param outcomes in the order of the ids, separated by commas
     */
    Scenario ends(String outcomes, String... waits) {
      List<String> words = List.of(outcomes.split(", (?=found|failed)"));
      return new Scenario(name, modes, ids, scripts, events, List.of(waits), words);
    }
  }
}
