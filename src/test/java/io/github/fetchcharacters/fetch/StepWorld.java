package io.github.fetchcharacters.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.flow.Congestion;
import io.github.fetchcharacters.flow.Pace;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.retry.Backoff;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Everything around the client, in memory, with one step at which something ends: it throws there,
 * or holds the step until the test ends it.
 */
final class StepWorld implements Transport, ApiListener, CallListener, OutcomeSink {

  /** The way of an id. The first ones can be held. */
  enum Step {
    WINDOW,
    PACE,
    EXCHANGE,
    RETRY_PAUSE,
    HANDING_OVER,
    RATE,
    DECODING,
    GETTING,
    FETCHING,
    FETCHED,
    GOT,
    FAILED,
    PAUSED;

    boolean canBeHeld() {
      return compareTo(HANDING_OVER) < 0;
    }
  }

  private static final String SLOWER = "Thu, 01 Jan 1970 00:00:01 GMT";

  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch full;
  private final CountDownLatch both = new CountDownLatch(2);
  private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
  private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();
  private final int places;
  private final Step step;
  private final Consumer<StepWorld> end;
  private final Window window;
  private volatile boolean active = true;
  private volatile boolean closed;

  /**
   * @param end runs at the step; returns to hold the step
   */
  StepWorld(Step step, Consumer<StepWorld> end) {
    this.step = step;
    this.end = end;
    this.places = step == Step.HANDING_OVER ? 2 : 1;
    this.full = new CountDownLatch(places);
    this.window =
        new Window(
            new Congestion(places),
            () -> false,
            this::pace,
            new WorldPause(step == Step.PACE ? Step.PACE : Step.WINDOW),
            nanos::get);
    if (step == Step.WINDOW) {
      client(0).getCharacterAsync(429).exceptionally(closesTheWindow -> null).join();
    }
  }

  /** Whether it is this step's turn to be held; throws if it is its turn to throw. */
  private boolean at(Step here) {
    boolean now = active && here == step;
    if (now) {
      reached.countDown();
      end.accept(this);
    }
    return now;
  }

  /** A held step has started before the test hears of it. */
  private boolean at(Step here, CompletableFuture<?> held) {
    try {
      return at(here);
    } catch (RuntimeException | Error thrown) {
      held.cancel(true);
      throw thrown;
    }
  }

  private Pace.Start pace() {
    at(Step.RATE);
    return new Pace.Start(active && step == Step.PACE ? 1 : 0, () -> {});
  }

  ApiClient client() {
    return client(1);
  }

  private ApiClient client(int retries) {
    return new ApiClient(
        this,
        new CharacterCodec(URI.create("http://localhost/api"), this::instant),
        new RetryPolicy(
            retries,
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
            new WorldPause(Step.RETRY_PAUSE),
            () -> 0.5),
        window,
        this);
  }

  void awaitReached() throws InterruptedException {
    reached.await();
  }

  /** Returns when the exchanges of two ids have begun. */
  void awaitBoth() {
    try {
      both.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Goes on without the step, and returns when as many are inside at once as there are places. */
  void fillTheWindow() throws InterruptedException {
    active = false;
    closed = false;
    pass(Duration.ofHours(1));
    IntStream.range(0, places).forEach(place -> client().getCharacterAsync(7));
    full.await();
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  boolean isIdle() {
    return underWay.stream().allMatch(CompletableFuture::isDone);
  }

  /** Ends what is held well. */
  @SuppressWarnings("unchecked") // all of them may be null
  void release() {
    pass(Duration.ofSeconds(1));
    active = false;
    underWay.forEach(held -> ((CompletableFuture<Object>) held).complete(null));
  }

  Queue<String> outcomes() {
    return outcomes;
  }

  private <T> CompletableFuture<T> held() {
    CompletableFuture<T> held = new CompletableFuture<>();
    underWay.add(held);
    return held;
  }

  private static <T> T await(CompletableFuture<T> held) throws InterruptedException {
    try {
      return held.get();
    } catch (InterruptedException interrupted) {
      held.cancel(true);
      throw interrupted;
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Called in the decoding of an answer that says when to come back. */
  private Instant instant() {
    at(Step.DECODING);
    return Instant.EPOCH;
  }

  // The network

  @Override
  public Reply exchange(URI uri) throws InterruptedException {
    return await(exchangeAsync(uri));
  }

  /** The answers for ids 2 and 7 never come. */
  @Override
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    String path = uri.getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    CompletableFuture<Reply> exchange = held();
    boolean hold = at(Step.EXCHANGE, exchange) || id.equals("2") || id.equals("7");
    (id.equals("7") ? full : both).countDown();
    if (closed) {
      exchange.cancel(true);
    } else if (!hold) {
      exchange.complete(reply(id));
    }
    return exchange;
  }

  private Reply reply(String id) {
    boolean wellAtOnce = step != Step.RETRY_PAUSE && step != Step.FAILED && step != Step.DECODING;
    if (id.equals("429") || (active && step == Step.PAUSED)) {
      return new Reply(429, "HTTP/1.1", "1", null, new byte[0]);
    }
    return active && !wellAtOnce
        ? new Reply(503, "HTTP/1.1", step == Step.DECODING ? SLOWER : null, null, new byte[0])
        : new Reply(
            200, "HTTP/1.1", null, null, ("{\"id\":" + id + ",\"name\":\"Rick\"}").getBytes(UTF_8));
  }

  @Override
  public void close() {
    closed = true;
    if (step == Step.EXCHANGE || step == Step.HANDING_OVER) {
      underWay.forEach(exchange -> exchange.cancel(true));
    }
  }

  // The time

  private final class WorldPause implements Pause {

    private final Step when;

    WorldPause(Step when) {
      this.when = when;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
      await(pauseAsync(duration));
    }

    @Override
    public CompletableFuture<Void> pauseAsync(Duration duration) {
      CompletableFuture<Void> pause = held();
      if (!at(when, pause)) {
        pass(duration);
        pause.complete(null);
      }
      return pause;
    }
  }

  // The listener

  @Override
  public CallListener begin(Resource resource) {
    at(Step.GETTING);
    return this;
  }

  @Override
  public void fetching(URI uri, int attempt) {
    at(Step.FETCHING);
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    at(Step.FETCHED);
  }

  @Override
  public void got(String title) {
    at(Step.GOT);
  }

  @Override
  public void retrying(int attempt, RuntimeException failure, Duration wait) {
    at(Step.FAILED);
  }

  @Override
  public void failed(int attempt, RuntimeException failure) {
    at(Step.FAILED);
  }

  @Override
  public void paused(ApiException reason, Duration wait) {
    at(Step.PAUSED);
  }

  // The sink

  @Override
  public boolean accept(Outcome outcome) {
    String word = "skipped " + outcome.id();
    if (outcome instanceof Outcome.Failed failed) {
      word = "failed " + outcome.id() + ": " + failed.failure().getMessage();
    } else if (outcome instanceof Outcome.Found) {
      word = "found " + outcome.id();
    }
    outcomes.add(word);
    if (outcomes.size() == 1) {
      at(Step.HANDING_OVER);
    }
    return true;
  }

  @Override
  public boolean idle() {
    return true;
  }
}
