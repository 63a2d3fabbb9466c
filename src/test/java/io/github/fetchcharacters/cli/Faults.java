package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.Fault.fatal;
import static io.github.fetchcharacters.cli.Fault.passing;
import static io.github.fetchcharacters.cli.FaultyApi.head;
import static io.github.fetchcharacters.cli.FaultyApi.ok;
import static io.github.fetchcharacters.cli.FaultyApi.status;
import static io.github.fetchcharacters.cli.StubApi.record;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.github.fetchcharacters.http.client.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The table of the faults of servers. */
final class Faults {

  private static final String WELL_BODY = record(1, "Number 1");
  private static final String WELL = ok(WELL_BODY);
  private static final String LATE = "no complete answer within 300ms";
  private static final String PAUSED = ": all requests wait until *";
  private static final String TOO_MANY = "429 Too Many Requests";

  private Faults() {}

  static Stream<Fault> all() {
    return Stream.of(connections(), silences(), statuses(), waits(), redirects(), bodies(), sizes())
        .flatMap(part -> part);
  }

  private static Stream<Fault> connections() {
    return Stream.of(
        fatal(
            "reset before the answer",
            3,
            "connection lost by {origin} (*)",
            (connection, attempt, api) -> connection.endByReset()),
        fatal(
            "reset in mid-body",
            3,
            "*",
            (connection, attempt, api) -> {
              connection.send(head("200 OK\r\nContent-Length: 9999") + "{\"id\":1,");
              connection.endByReset();
            }),
        fatal(
            "body shorter than Content-Length",
            3,
            "the answer is cut short",
            always(head("200 OK\r\nContent-Length: 9999") + WELL_BODY)),
        passing(
            "reset twice, then well",
            3,
            (connection, attempt, api) -> {
              if (attempt < 3) {
                connection.endByReset();
              } else {
                connection.send(WELL);
              }
            }));
  }

  private static Stream<Fault> silences() {
    return Stream.of(
            fatal(
                "headers and then silence",
                2,
                LATE,
                (connection, attempt, api) -> {
                  connection.send(head("200 OK\r\nContent-Length: 30"));
                  connection.awaitLeave();
                }),
            fatal(
                "half a body and then silence",
                2,
                LATE,
                (connection, attempt, api) -> {
                  connection.send(head("200 OK\r\nContent-Length: 30") + "{\"id\":1,");
                  connection.awaitLeave();
                }),
            fatal(
                "no answer at all", 2, LATE, (connection, attempt, api) -> connection.awaitLeave()),
            fatal("a byte at a time", 2, LATE, (connection, attempt, api) -> drip(connection)))
        .map(fault -> fault.with("--timeout=300ms", "--retries=1"));
  }

  private static Stream<Fault> statuses() {
    return Stream.of(
        fatal("204", 1, "204 No Content", always(head("204 No Content"))),
        fatal(
            "204 with a length and no body",
            1,
            "204 No Content",
            always(head("204 No Content", "Content-Length: 5"))),
        fatal("204 with a body", 1, "204 No Content", always(status("204 No Content", WELL_BODY))),
        fatal(
            "204 in chunks that never come",
            1,
            "204 No Content",
            always(head("204 No Content", "Transfer-Encoding: chunked"))),
        fatal(
            "204 in chunks",
            1,
            "204 No Content",
            always(head("204 Gone", "Transfer-Encoding: chunked") + "2\r\n{}\r\n0\r\n\r\n")),
        fatal("404", 1, "404 no such", always(status("404 Not Found", "{\"error\":\"no such\"}"))),
        fatal("403", 1, "403 Forbidden", always(status("403 Forbidden", "<html>"))),
        fatal(
            "500 always",
            3,
            "500 Internal Server Error",
            always(status("500 Internal Server Error", ""))),
        passing(
            "503 twice, then well",
            3,
            inTurn(status("503 Service Unavailable", ""), status("503 Busy", ""), WELL)));
  }

  private static Stream<Fault> waits() {
    return Stream.of(
        passing("429, Retry-After in seconds", 2, inTurn(refusal("Retry-After: 1"), WELL))
            .after(TOO_MANY + PAUSED),
        passing(
                "503, Retry-After in seconds",
                2,
                inTurn(status("503 Busy", "", "Retry-After: 1"), WELL))
            .after("503 Service Unavailable" + PAUSED),
        passing(
                "429, Retry-After as a date",
                2,
                (connection, attempt, api) ->
                    connection.send(attempt == 1 ? refusal("Retry-After: " + date(2)) : WELL))
            .after(TOO_MANY + PAUSED),
        passing("429 without Retry-After", 2, inTurn(refusal(), WELL)),
        passing(
            "429, Retry-After in the past", 2, inTurn(refusal("Retry-After: " + date(-60)), WELL)),
        passing("429, Retry-After not parsable", 2, inTurn(refusal("Retry-After: tomorrow"), WELL)),
        fatal(
            "429, Retry-After of a day",
            1,
            TOO_MANY + "; the server asks to wait 24h, longer than --retry-max-delay=30s allows",
            always(refusal("Retry-After: 86400"))),
        fatal("429 always", 3, TOO_MANY, always(refusal())));
  }

  private static Stream<Fault> redirects() {
    return Stream.of(
        fatal(
            "redirect to itself",
            1,
            "302 Found, not followed, to /api/character/1",
            always(status("302 Found", "", "Location: /api/character/1"))),
        fatal(
            "redirect to another host",
            1,
            "307 Temporary Redirect, not followed, to {other}/x",
            (connection, attempt, api) ->
                connection.send(
                    status("307 Elsewhere", "", "Location: " + api.otherOrigin() + "/x"))));
  }

  private static Stream<Fault> bodies() {
    String unnamed = "the record has no usable name";
    return Stream.of(
        fatal("HTML with 200", 3, "the answer is not JSON: *", always(ok("<html><p>Hello</p>"))),
        fatal("truncated JSON", 3, "the answer is cut short", always(ok("{\"id\":1,\"name\":"))),
        fatal("an empty body", 3, "the answer is empty", always(ok(""))),
        fatal("name missing", 1, unnamed, always(ok("{\"id\":1}"))),
        fatal("name null", 1, unnamed, always(ok("{\"id\":1,\"name\":null}"))),
        fatal("name a number", 1, unnamed, always(ok("{\"id\":1,\"name\":7}"))),
        fatal("name an object", 1, unnamed, always(ok("{\"id\":1,\"name\":{\"a\":\"b\"}}"))),
        fatal(
            "the record of another id",
            1,
            "the answer is the record of another id, 7",
            always(ok(record(7, "Number 1")))),
        passing("gzip", 1, (connection, attempt, api) -> connection.send(gzip(WELL_BODY))),
        fatal(
            "an encoding not asked for",
            1,
            "the answer is encoded as 'deflate', which was not asked for",
            always(status("200 OK", "x", "Content-Encoding: deflate"))));
  }

  private static Stream<Fault> sizes() {
    String large = "the answer is larger than --max-body=65536 bytes";
    return Stream.of(
        fatal("an endless body", 1, large, (connection, attempt, api) -> flood(connection))
            .with("--max-body=64k"),
        fatal(
                "gzip that expands to 8 MiB",
                1,
                large,
                (connection, attempt, api) -> connection.send(gzip("0".repeat(8 << 20))))
            .with("--max-body=64k"),
        fatal(
                "gzip that expands without end",
                1,
                large,
                (connection, attempt, api) -> {
                  connection.send(head("200 OK", "Content-Encoding: gzip"));
                  expandForEver(connection);
                })
            .with("--max-body=64k"),
        fatal(
            "JSON nested 200,000 deep",
            1,
            "the answer's JSON is too deep or too long: *",
            always(ok("{\"id\":1,\"x\":" + "[".repeat(200_000)))),
        fatal(
            "a number of a million digits",
            1,
            "the answer's JSON is too deep or too long: *",
            always(ok("{\"id\":" + "1".repeat(1_000_000) + ",\"name\":\"Number 1\"}"))),
        fatal(
            "a header of a megabyte",
            1,
            "the answer is not HTTP: *",
            always(status("200 OK", WELL_BODY, "X-Long: " + "x".repeat(1 << 20)))));
  }

  private static FaultyApi.Answer always(String answer) {
    return (connection, attempt, api) -> connection.send(answer);
  }

  private static FaultyApi.Answer inTurn(String... answers) {
    return (connection, attempt, api) ->
        connection.send(answers[Math.min(attempt, answers.length) - 1]);
  }

  private static String refusal(String... fields) {
    return status("429 Slowly", "", fields);
  }

  private static String date(int secondsFromNow) {
    return RFC_1123_DATE_TIME.format(
        OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(secondsFromNow));
  }

  /** Until the client leaves; the whole would take a minute. */
  private static void drip(RawServer.Connection connection) throws IOException {
    connection.send(head("200 OK\r\nContent-Length: 3000"));
    for (int sent = 0; sent < 3000; sent++) {
      connection.send(" ");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Until the client leaves. */
  private static void flood(RawServer.Connection connection) throws IOException {
    connection.send(head("200 OK"));
    while (true) {
      connection.send(" ".repeat(4096));
    }
  }

  private static byte[] gzip(String body) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head("200 OK", "Content-Encoding: gzip").getBytes(ISO_8859_1));
    try (GZIPOutputStream gzip = new GZIPOutputStream(answer)) {
      gzip.write(body.getBytes(ISO_8859_1));
    }
    return answer.toByteArray();
  }

  /** Until the client leaves. */
  private static void expandForEver(RawServer.Connection connection) throws IOException {
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(pending, true);
    byte[] nothing = new byte[1 << 20];
    while (true) {
      gzip.write(nothing);
      gzip.flush();
      connection.send(pending.toByteArray());
      pending.reset();
    }
  }
}
