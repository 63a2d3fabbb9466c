package io.github.fetchcharacters.api;

import io.github.fetchcharacters.cache.AnswerStore;
import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.flow.Congestion;
import io.github.fetchcharacters.flow.Pace;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.retry.Backoff;
import io.github.fetchcharacters.retry.LeapingClock;
import io.github.fetchcharacters.retry.RecordingPause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes clients that leave nothing to chance and let no time pass. */
public final class ScriptedClient {

  private static final URI BASE = URI.create("http://localhost/api");

  private ScriptedClient() {}

  /** The answers in a folder, at a time. */
  public static AnswerCache cache(Path folder, Duration maxAge, Instant now) {
    AnswerStore store =
        AnswerStore.open(
            folder,
            () -> now,
            warning -> {
              throw new AssertionError(warning);
            });
    return new AnswerCache(
        Objects.requireNonNull(store),
        BASE,
        new CacheSettings(folder, maxAge, BASE.toString(), List.of()),
        () -> now);
  }

  /**
   * A client that waits 100 ms to 1 s between attempts, less half of it.
   *
   * @param retries max attempts after the first
   * @param waits hears of each wait; called from several threads
   */
  public static ApiClient of(
      Transport transport,
      int retries,
      Consumer<Duration> waits,
      Window window,
      ApiListener listener) {
    return of(transport, retries, waits, window, listener, null);
  }

  /** The same with answers of earlier runs. */
  public static ApiClient of(
      Transport transport,
      int retries,
      Consumer<Duration> waits,
      Window window,
      ApiListener listener,
      @Nullable AnswerCache cache) {
    return new ApiClient(
        transport,
        new CharacterCodec(BASE, InstantSource.system()),
        new RetryPolicy(
            retries,
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
            new RecordingPause(waits),
            () -> 0.5),
        window,
        listener,
        cache);
  }

  /** A window with a clock that its own pauses alone move on. */
  public static Window window(int max) {
    LeapingClock clock = new LeapingClock();
    return new Window(new Congestion(max), () -> false, Pace.NONE, clock, clock::nanoTime);
  }
}
