package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.fetchcharacters.cli.StubApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that knows the characters 1 to 826 as {@code Number 7}. It answers for
 * several ids in the opposite order, repeats collapsed and unknown ids left out, and for pages with
 * links that lead elsewhere. A test may replace any answer.
 */
final class ListApi implements AutoCloseable {

  static final int COUNT = 826;

  private static final int PAGE = 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(ListApi::daemon);
  private final Instead instead;
  private final List<String> asked = new ArrayList<>();
  private int inFlight;
  private int mostInFlight;

  /** The answers of a test. */
  @FunctionalInterface
  interface Instead {

    /**
     * The answer.
     *
     * @param asked the request, such as {@code 1,2} or {@code ?page=1}
     * @param time number of such requests so far
     * @return null for the ordinary answer
     */
    @Nullable Answer of(String asked, int time);
  }

  /** An answer; status 0 closes the connection without one. */
  record Answer(int status, String body) {

    static Answer ok(String body) {
      return new Answer(200, body);
    }

    static Answer error(int status, String text) {
      return new Answer(status, "{\"error\":\"" + text + "\"}");
    }
  }

  ListApi(Instead instead) throws IOException {
    this.instead = instead;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/character", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  ListApi() throws IOException {
    this((asked, time) -> null);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "list api");
    thread.setDaemon(true);
    return thread;
  }

  /** The option that leads here. */
  String option() {
    return "--base-url=http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      String target = target(exchange.getRequestURI());
      Answer other = instead.of(target, begin(target));
      Answer answer = other == null ? ordinary(target) : other;
      end();
      if (answer.status() > 0) {
        byte[] body = answer.body().getBytes(UTF_8);
        // On a kept connection this server's answers wait 40 ms for the client to acknowledge.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (IOException gone) {
      // The client does not wait any more.
    }
  }

  private static String target(URI uri) {
    String path = uri.getPath();
    return uri.getRawQuery() == null
        ? path.substring(path.lastIndexOf('/') + 1)
        : "?" + uri.getRawQuery();
  }

  private synchronized int begin(String target) {
    asked.add(target);
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    return Collections.frequency(asked, target);
  }

  private synchronized void end() {
    inFlight--;
  }

  private static Answer ordinary(String target) {
    if (target.startsWith("?page=")) {
      return page(Integer.parseInt(target.replaceAll("\\?page=(\\d+).*", "$1")), COUNT);
    }
    if (target.indexOf(',') < 0) {
      long id = Long.parseLong(target);
      return id <= COUNT ? Answer.ok(record(id)) : Answer.error(404, "Character not found");
    }
    List<Long> ids = Arrays.stream(target.split(",", -1)).map(Long::parseLong).distinct().toList();
    return Answer.ok(
        ids.stream()
            .sorted(Collections.reverseOrder())
            .filter(id -> id <= COUNT)
            .map(ListApi::record)
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** A page of a list of so many. */
  static Answer page(int number, int count) {
    int pages = (count + PAGE - 1) / PAGE;
    String info =
        "{\"count\":%d,\"pages\":%d,\"next\":\"http://127.0.0.1:1/api/character?page=%d\"}"
            .formatted(count, pages, number + 1);
    return number > pages ? Answer.error(404, "There is nothing here") : page(info, number, count);
  }

  /** The same with another {@code info}. */
  static Answer page(String info, int number, int count) {
    return pageOf(info, (number - 1) * PAGE + 1, Math.min(number * PAGE, count));
  }

  /** A page with these records. */
  static Answer pageOf(String info, int first, int last) {
    String results =
        IntStream.rangeClosed(first, last)
            .mapToObj(ListApi::record)
            .collect(Collectors.joining(",", "[", "]"));
    return Answer.ok("{\"info\":" + info + ",\"results\":" + results + "}");
  }

  static String record(long id) {
    return StubApi.record(id, "Number " + id);
  }

  /** The expected output for these, a line each. */
  static List<String> names(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(id -> "Number " + id).toList();
  }

  /** The requests, in the order received. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** The max number of unanswered requests at once. */
  synchronized int mostInFlight() {
    return mostInFlight;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
