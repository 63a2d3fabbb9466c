package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.flow.Window.Permit;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WindowTest {

  private final List<Integer> admitted = new ArrayList<>();
  private final Deque<Permit> permits = new ConcurrentLinkedDeque<>();
  private final List<CompletableFuture<Void>> pauses = new CopyOnWriteArrayList<>();
  private final List<Long> givenBack = new CopyOnWriteArrayList<>();

  @Test
  void admitsUpToTheLimitAndOneMoreForEachThatLeaves() {
    Window window = Window.of(3);

    List<CompletableFuture<Void>> entries = enterInTurn(window, 6);
    assertThat(admitted).containsExactly(0, 1, 2);

    leave(window);
    assertThat(admitted).containsExactly(0, 1, 2, 3);

    leave(window);
    leave(window);
    assertThat(admitted).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(entries).allMatch(CompletableFuture::isDone);
  }

  @Test
  void keepsUnusedRoomUpToTheLimit() {
    Window window = Window.of(2);
    enterInTurn(window, 2);
    leave(window);
    leave(window);
    admitted.clear();

    enterInTurn(window, 3);

    assertThat(admitted).containsExactly(0, 1);
  }

  @Test
  void servesFuturesInTheOrderTheyCame() {
    Window window = Window.of(1);
    enterInTurn(window, 100);

    IntStream.range(0, 99).forEach(i -> leave(window));

    assertThat(admitted).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void letsABlockedThreadInWhenAnotherLeaves() throws InterruptedException {
    Window window = Window.of(1);
    permits.add(window.enter(1));
    Thread blocked = new Thread(() -> enter(window));
    blocked.start();
    awaitBlocked(blocked);

    leave(window);
    blocked.join();

    assertThat(admitted).containsExactly(-1);
    enterInTurn(window, 1);
    assertThat(admitted).as("the thread is in").containsExactly(-1);
  }

  @Test
  void letsEveryBlockedThreadIn() throws InterruptedException {
    Window window = Window.of(2);
    permits.add(window.enter(1));
    permits.add(window.enter(1));
    AtomicInteger in = new AtomicInteger();
    List<Thread> blocked =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          enter(window);
                          in.incrementAndGet();
                        }))
            .toList();
    for (Thread thread : blocked) {
      thread.start();
      awaitBlocked(thread);
    }

    leave(window);
    leave(window);
    for (Thread thread : blocked) {
      thread.join();
    }

    assertThat(in).hasValue(2);
  }

  @Test
  void anInterruptEndsTheWaitAndTakesNoRoom() throws InterruptedException {
    Window window = Window.of(1);
    permits.add(window.enter(1));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread blocked =
        new Thread(
            () -> {
              try {
                window.enter(1);
                interrupted.complete(false);
              } catch (InterruptedException expected) {
                interrupted.complete(true);
              }
            });
    blocked.start();
    awaitBlocked(blocked);

    blocked.interrupt();
    blocked.join();

    assertThat(interrupted).isCompletedWithValue(true);
    enterInTurn(window, 1);
    assertThat(admitted).isEmpty();
    leave(window);
    assertThat(admitted).containsExactly(0);
  }

  @Test
  void admitsNoThreadThatIsInterruptedAlready() {
    Window window = Window.of(1);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> window.enter(1));

    enterInTurn(window, 1);
    assertThat(admitted).containsExactly(0);
  }

  @Test
  void neverAdmitsMoreThanTheLimitToTwinsAtOnce() throws InterruptedException {
    int limit = 3;
    Window window = Window.of(limit);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger max = new AtomicInteger();
    AtomicInteger visits = new AtomicInteger();
    Consumer<Permit> visit =
        permit -> {
          max.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          visits.incrementAndGet();
          inside.decrementAndGet();
          window.leave(permit);
        };
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (int n = 0; n < 200; n++) {
                            if (i % 2 == 0) {
                              visit.accept(entered(window));
                            } else {
                              window.enterAsync(1).thenAcceptAsync(visit).join();
                            }
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(max.get()).isBetween(1, limit);
    assertThat(visits).hasValue(8 * 200);
    assertThat(inside).hasValue(0);
  }

  /** Each leaves inside the call that admits it, which admits the next. */
  @Test
  void aHundredThousandThatLeaveAtOnceDoNotOverflowTheStack() {
    Window window = Window.of(1);
    AtomicInteger left = new AtomicInteger();
    enterInTurn(window, 1);
    for (int i = 0; i < 100_000; i++) {
      window
          .enterAsync(1)
          .thenAccept(
              permit -> {
                left.incrementAndGet();
                window.leave(permit);
              });
    }
    assertThat(left).hasValue(0);

    leave(window);

    assertThat(left).hasValue(100_000);
  }

  /** Each one's turn asks for the next one's entry. */
  @Test
  void aChainOfAHundredThousandEntriesDoesNotOverflowTheStack() {
    Window window = Window.of(1);
    AtomicInteger entered = new AtomicInteger();
    Consumer<Permit> enterNext =
        new Consumer<>() {
          @Override
          public void accept(Permit permit) {
            if (entered.incrementAndGet() <= 100_000) {
              window.enterAsync(1).thenAccept(this);
              window.leave(permit);
            }
          }
        };

    window.enterAsync(1).thenAccept(enterNext);

    assertThat(entered).hasValue(100_001);
  }

  @Test
  void aPermitIsGivenBackOnce() {
    Window window = Window.of(1);
    Permit first = window.enterAsync(1).join();
    enterInTurn(window, 3);

    window.leave(first);
    window.leave(first);

    assertThat(admitted).containsExactly(0);
  }

  @Test
  void aCancelledEntryGivesItsPlaceInTheLineUp() {
    Window window = Window.of(1);
    Permit first = window.enterAsync(1).join();
    CompletableFuture<Permit> second = window.enterAsync(1);
    enterInTurn(window, 1);

    second.cancel(true);
    window.leave(first);

    assertThat(admitted).containsExactly(0);
  }

  /** An unused start would be missing from the rate. */
  @Test
  void aCancelledEntryReservesNoStart() {
    AtomicInteger reserved = new AtomicInteger();
    Window window = window(1, () -> false, () -> 0L * reserved.incrementAndGet());
    Permit first = window.enterAsync(1).join();
    CompletableFuture<Permit> second = window.enterAsync(1);

    second.cancel(true);
    window.leave(first);

    assertThat(reserved).hasValue(1);
  }

  @Test
  void anEntryThatIsCancelledWhileItWaitsForItsStartLeavesNoTimerAndTakesNoRoom() {
    Queue<Long> starts = new ArrayDeque<>(List.of(1L, 0L));
    Window window = window(1, () -> false, starts::remove);
    CompletableFuture<Permit> first = window.enterAsync(1);

    first.cancel(true);

    assertThat(pauses).singleElement().satisfies(wait -> assertThat(wait).isCancelled());
    enterInTurn(window, 1);
    assertThat(admitted).containsExactly(0);
  }

  /** The one behind it in the line would reserve a later start otherwise. */
  @Test
  void anEntryThatIsCancelledWhileItWaitsForItsStartGivesItBackBeforeTheNextReserves() {
    List<String> trace = new ArrayList<>();
    Pace pace =
        () -> {
          trace.add("reserved");
          return new Pace.Start(1, () -> trace.add("given back"));
        };
    Window window = paced(1, () -> false, pace);
    CompletableFuture<Permit> first = window.enterAsync(1);
    enterInTurn(window, 1);

    first.cancel(true);

    assertThat(trace).containsExactly("reserved", "given back", "reserved");
  }

  @Test
  void aThreadThatIsInterruptedWhileItWaitsForItsStartGivesItBack() {
    Pause interrupted =
        new Pause() {
          @Override
          public void pause(Duration duration) throws InterruptedException {
            throw new InterruptedException();
          }

          @Override
          public CompletableFuture<Void> pauseAsync(Duration duration) {
            throw new AssertionError("not asked here");
          }
        };
    Window window =
        new Window(new Congestion(1), () -> false, () -> start(() -> 7), interrupted, () -> 0);

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> window.enter(1));

    assertThat(givenBack).containsExactly(7L);
  }

  @Test
  void anEntryWhoseStartComesDuringAPauseGivesItBack() {
    Queue<Long> starts = new ArrayDeque<>(List.of(0L, 5L));
    Window window = window(2, () -> false, starts::remove);
    Permit first = window.enterAsync(1).join();
    CompletableFuture<Permit> second = window.enterAsync(1);

    window.slowDown(Optional.of(Duration.ofSeconds(1)), first);
    pauses.get(0).complete(null);

    assertThat(givenBack).containsExactly(5L);
    assertThat(second).isNotDone();
  }

  @Test
  void aStartThatIsMadeIsNotGivenBack() {
    Window window = window(1, () -> false, () -> 0);

    Permit permit = window.enterAsync(1).join();
    window.leave(permit);

    assertThat(givenBack).isEmpty();
  }

  @Test
  void noTimerIsLeftWhenNoneWaitsForAClosedWindow() {
    Window window = window(1, () -> false, () -> 0);
    Permit first = window.enterAsync(1).join();
    window.slowDown(Optional.of(Duration.ofSeconds(1)), first);
    window.leave(first);
    CompletableFuture<Permit> second = window.enterAsync(1);
    assertThat(pauses).hasSize(1);

    second.cancel(true);

    assertThat(pauses.get(0)).isCancelled();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPaceThatThrowsTakesNoRoom(boolean blocking) {
    Queue<LongSupplier> starts =
        new ArrayDeque<>(
            List.of(
                () -> {
                  throw new AssertionError("no bucket");
                },
                () -> 0));
    Window window = window(1, () -> false, () -> starts.remove().getAsLong());

    assertThatThrownBy(
            () -> {
              Permit unused = blocking ? window.enter(1) : window.enterAsync(1).join();
            })
        .hasStackTraceContaining("no bucket");

    enterInTurn(window, 1);
    assertThat(admitted).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPauseThatFailsRefusesTheWaitersForTheWindowToOpen(boolean blocking) throws Exception {
    Window window = window(1, () -> false, () -> 0);
    Permit first = window.enterAsync(1).join();
    window.slowDown(Optional.of(Duration.ofSeconds(1)), first);
    CompletableFuture<Permit> second = new CompletableFuture<>();
    window.leave(first);
    Thread waiting = new Thread(() -> enterInto(second, window, blocking));
    waiting.start();
    awaitBlocked(waiting);

    pauses.get(0).completeExceptionally(new IllegalStateException("no clock"));
    waiting.join();

    assertThatThrownBy(second::join).hasRootCauseMessage("no clock");
  }

  // One alone

  @Test
  void oneIsAdmittedAtATimeWhileItWouldBeAlone() {
    AtomicBoolean alone = new AtomicBoolean(true);
    Window window = window(50, alone::get, () -> 0);
    enterInTurn(window, 4);
    assertThat(admitted).containsExactly(0);

    leave(window);
    assertThat(admitted).as("the first did not help").containsExactly(0, 1);

    alone.set(false);
    leave(window);
    assertThat(admitted).containsExactly(0, 1, 2, 3);
  }

  /** As after a client was renewed, with answers of the old one still to come. */
  @Test
  void onlyThePermitOfTheOneAloneLetsAnotherFollow() {
    AtomicBoolean alone = new AtomicBoolean(false);
    Window window = window(50, alone::get, () -> 0);
    enterInTurn(window, 3);
    alone.set(true);
    enterInTurn(window, 3);
    assertThat(admitted).containsExactly(0, 1, 2, 0);

    leave(window);
    leave(window);
    assertThat(admitted).as("the old ones' ends say nothing").containsExactly(0, 1, 2, 0);

    leave(window);
    leave(window);
    assertThat(admitted).containsExactly(0, 1, 2, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesALimitBelowOne(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> Window.of(limit));
  }

  /** Asks for entries numbered from 0; {@link #admitted} holds those inside. */
  private List<CompletableFuture<Void>> enterInTurn(Window window, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                window
                    .enterAsync(1)
                    .thenAccept(
                        permit -> {
                          permits.add(permit);
                          admitted.add(i);
                        }))
        .toList();
  }

  private void enter(Window window) {
    permits.add(entered(window));
    synchronized (this) {
      admitted.add(-1);
    }
  }

  private static Permit entered(Window window) {
    try {
      return window.enter(1);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** A window that keeps {@link #pauses} until the test ends them, at a time that stands still. */
  private Window window(int max, BooleanSupplier alone, LongSupplier pace) {
    return paced(max, alone, () -> start(pace));
  }

  private Window paced(int max, BooleanSupplier alone, Pace pace) {
    Pause held =
        new Pause() {
          @Override
          public void pause(Duration duration) {
            throw new AssertionError("not in these tests");
          }

          @Override
          public CompletableFuture<Void> pauseAsync(Duration duration) {
            CompletableFuture<Void> pause = new CompletableFuture<>();
            pauses.add(pause);
            return pause;
          }
        };
    return new Window(new Congestion(max), alone, pace, held, () -> 0);
  }

  private Pace.Start start(LongSupplier pace) {
    long nanos = pace.getAsLong();
    return new Pace.Start(nanos, () -> givenBack.add(nanos));
  }

  /** Blocks this thread, whichever twin it asks. */
  private static void enterInto(CompletableFuture<Permit> entry, Window window, boolean blocking) {
    try {
      entry.complete(blocking ? window.enter(1) : window.enterAsync(1).join());
    } catch (RuntimeException | InterruptedException thrown) {
      entry.completeExceptionally(thrown);
    }
  }

  /** Leaves with the oldest permit. */
  private void leave(Window window) {
    window.leave(permits.remove());
  }

  private static void awaitBlocked(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      thread.join(1);
    }
  }
}
