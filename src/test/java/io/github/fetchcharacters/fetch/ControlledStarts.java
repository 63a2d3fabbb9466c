package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;

/** Begins ids with futures that end when the test ends them. */
final class ControlledStarts implements LongFunction<CompletableFuture<Character>> {

  private final Map<Long, CompletableFuture<Character>> futures = new ConcurrentHashMap<>();
  private final List<Long> begun = new ArrayList<>();
  private final List<Long> cancelled = new ArrayList<>();
  private final Semaphore starts = new Semaphore(0);
  private final ObjLongConsumer<ControlledStarts> whenBegun;
  private volatile Thread starter = Thread.currentThread();

  ControlledStarts() {
    this((starts, id) -> {});
  }

  /**
   * @param whenBegun takes each id once its future exists, on the thread that begins it
   */
  ControlledStarts(ObjLongConsumer<ControlledStarts> whenBegun) {
    this.whenBegun = whenBegun;
  }

  /** A fan-out over ids, in order. */
  static FanOut<Character> fanOut(LongFunction<CompletableFuture<Character>> start, int lookahead) {
    return fanOut(start, lookahead, true);
  }

  static FanOut<Character> fanOut(
      LongFunction<CompletableFuture<Character>> start, int lookahead, boolean ordered) {
    return new FanOut<>(start, (id, character) -> new Outcome.Found(character), lookahead, ordered);
  }

  /** The ids from 1 on, until one throws an {@link IllegalArgumentException}. */
  static Iterator<Long> idsThatFailAt(long failing) {
    return LongStream.rangeClosed(1, failing)
        .peek(
            id -> {
              if (id == failing) {
                throw new IllegalArgumentException("no id");
              }
            })
        .iterator();
  }

  @Override
  public CompletableFuture<Character> apply(long id) {
    CompletableFuture<Character> future = new CompletableFuture<>();
    future.whenComplete((character, thrown) -> keepIfCancelled(id, future));
    futures.put(id, future);
    starter = Thread.currentThread();
    synchronized (this) {
      begun.add(id);
    }
    whenBegun.accept(this, id);
    starts.release();
    return future;
  }

  private synchronized void keepIfCancelled(long id, CompletableFuture<Character> future) {
    if (future.isCancelled()) {
      cancelled.add(id);
    }
  }

  void complete(long id) {
    future(id).complete(new Character(id, "anonymous", "{}"));
  }

  CompletableFuture<Character> future(long id) {
    return futures.getOrDefault(id, new CompletableFuture<>());
  }

  /** Returns when as many have begun and the thread that begins them waits, or has ended. */
  void awaitBegunAndNoMore(int count) throws InterruptedException {
    starts.acquire(count);
    while (starter.isAlive() && starter.getState() != Thread.State.WAITING) {
      starter.join(1);
    }
  }

  /** Returns when the thread that begins them is done. */
  void awaitEnd() throws InterruptedException {
    starter.join();
  }

  synchronized List<Long> begun() {
    return List.copyOf(begun);
  }

  synchronized List<Long> cancelled() {
    return List.copyOf(cancelled);
  }
}
