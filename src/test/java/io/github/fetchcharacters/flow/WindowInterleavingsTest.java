package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.flow.Window.Permit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two threads that enter, leave and cancel at once, in every order of their steps that a model
 * checker finds: afterwards there is room for one, and no more.
 */
public class WindowInterleavingsTest {

  private final Window window = Window.of(1);
  private final Queue<CompletableFuture<?>> all = new ConcurrentLinkedQueue<>();
  private final Queue<Permit> left = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Permit>> entries = List.of(entry(), entry());

  private CompletableFuture<Permit> entry() {
    CompletableFuture<Permit> entry = window.enterAsync(1);
    all.add(entry);
    return entry;
  }

  @Operation
  public void leave(@Param(gen = IntGen.class, conf = "0:1") int number) {
    CompletableFuture<Permit> entry = entries.get(number);
    if (entry.isDone() && !entry.isCancelled()) {
      left.add(entry.join());
      window.leave(entry.join());
    }
  }

  @Operation
  public void cancel(@Param(gen = IntGen.class, conf = "0:1") int number) {
    entries.get(number).cancel(true);
  }

  @Operation
  public void visit() {
    entry()
        .thenAccept(
            permit -> {
              left.add(permit);
              window.leave(permit);
            });
  }

  @Validate
  public void thereIsRoomForOneAndNoneWaitsInVain() {
    checkThatOneIsInsideIfOneWaits();
    checkThatThereIsRoomForOne();
  }

  private void checkThatOneIsInsideIfOneWaits() {
    long inside =
        all.stream()
            .filter(entry -> entry.isDone() && !entry.isCancelled() && !left.contains(entry.join()))
            .count();
    boolean oneWaits = all.stream().anyMatch(entry -> !entry.isDone());
    if (inside > 1 || (oneWaits && inside == 0)) {
      throw new IllegalStateException(inside + " of " + all);
    }
  }

  private void checkThatThereIsRoomForOne() {
    for (int number = 0; number < entries.size(); number++) {
      cancel(number);
      leave(number);
    }
    CompletableFuture<Permit> first = window.enterAsync(1);
    CompletableFuture<Permit> second = window.enterAsync(1);
    if (!first.isDone() || second.isDone()) {
      throw new IllegalStateException(first + ", " + second);
    }
  }

  @Test
  @Timeout(300)
  void keepTheNumberOfPlaces() {
    new ModelCheckingOptions()
        .iterations(8)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0)
        .check(WindowInterleavingsTest.class);
  }
}
