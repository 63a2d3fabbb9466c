package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network in memory: answers each path with the steps of its script, one step an exchange, and
 * counts. It answers no exchange before a given number of exchanges has begun.
 */
public final class ScriptedTransport implements Transport {

  /** One exchange's end: returns the answer or throws. */
  @FunctionalInterface
  public interface Step extends Supplier<Reply> {}

  private final Map<String, Deque<Step>> scripts = new HashMap<>();
  private final CompletableFuture<Void> open = new CompletableFuture<>();
  private final int together;
  private int begun;
  private int inFlight;
  private int maxInFlight;

  /**
   * @param scripts the steps by the last part of the path, such as {@code 17}, or by the query if
   *     there is one, such as {@code ?page=2}
   * @param together how many exchanges must have begun before the first is answered
   */
  public ScriptedTransport(Map<String, List<Step>> scripts, int together) {
    scripts.forEach((path, steps) -> this.scripts.put(path, new ArrayDeque<>(steps)));
    this.together = together;
  }

  public static Step answer(int status, String body) {
    return answer(status, null, body);
  }

  public static Step answer(int status, @Nullable String retryAfter, String body) {
    return () -> new Reply(status, "HTTP/1.1", retryAfter, null, body.getBytes(UTF_8));
  }

  public static Step failure(TransportException.Kind kind) {
    return () -> {
      throw new TransportException(kind, "no answer: " + kind, null);
    };
  }

  @Override
  public Reply exchange(URI uri) throws InterruptedException {
    Step step = begin(uri);
    try {
      open.get(10, TimeUnit.SECONDS);
    } catch (TimeoutException never) {
      throw new AssertionError("fewer than " + together + " exchanges have begun", never);
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
    return end(step);
  }

  /** Answers on another thread, as a network does. */
  @Override
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    Step step = begin(uri);
    return open.thenApplyAsync(nothing -> end(step));
  }

  private synchronized Step begin(URI uri) {
    String path = uri.getPath();
    String query = uri.getRawQuery();
    String last = query == null ? path.substring(path.lastIndexOf('/') + 1) : "?" + query;
    Deque<Step> script = scripts.getOrDefault(last, new ArrayDeque<>());
    if (script.isEmpty()) {
      throw new AssertionError("no further exchange is expected of " + uri);
    }
    begun++;
    inFlight++;
    maxInFlight = Math.max(maxInFlight, inFlight);
    notifyAll();
    if (begun == together) {
      open.complete(null);
    }
    return script.remove();
  }

  private Reply end(Step step) {
    synchronized (this) {
      inFlight--;
    }
    return step.get();
  }

  /** Returns when as many exchanges have begun. */
  public synchronized void awaitBegun(int count) throws InterruptedException {
    while (begun < count) {
      wait();
    }
  }

  /** How many exchanges have begun. */
  public synchronized int begun() {
    return begun;
  }

  /** The largest number of exchanges that were begun and not ended. */
  public synchronized int maxInFlight() {
    return maxInFlight;
  }

  @Override
  public void close() {}
}
