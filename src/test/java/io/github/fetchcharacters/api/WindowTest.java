package io.github.fetchcharacters.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WindowTest {

  private final List<Integer> admitted = new ArrayList<>();

  @Test
  void admitsUpToTheLimitAndOneMoreForEachThatLeaves() {
    Window window = Window.of(3);

    List<CompletableFuture<Void>> entries = enterInTurn(window, 6);
    assertThat(admitted).containsExactly(0, 1, 2);

    window.leave();
    assertThat(admitted).containsExactly(0, 1, 2, 3);

    window.leave();
    window.leave();
    assertThat(admitted).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(entries).allMatch(CompletableFuture::isDone);
  }

  @Test
  void keepsRoomThatNobodyWaitedForUpToTheLimit() {
    Window window = Window.of(2);
    enterInTurn(window, 2);
    window.leave();
    window.leave();
    admitted.clear();

    enterInTurn(window, 3);

    assertThat(admitted).containsExactly(0, 1);
  }

  @Test
  void servesFuturesInTheOrderTheyCame() {
    Window window = Window.of(1);
    enterInTurn(window, 100);

    IntStream.range(0, 99).forEach(i -> window.leave());

    assertThat(admitted).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void letsABlockedThreadInWhenAnotherLeaves() throws InterruptedException {
    Window window = Window.of(1);
    window.enter(1);
    Thread blocked = new Thread(() -> enter(window));
    blocked.start();
    awaitBlocked(blocked);

    window.leave();
    blocked.join();

    assertThat(admitted).containsExactly(-1);
    enterInTurn(window, 1);
    assertThat(admitted).as("the thread is in").containsExactly(-1);
  }

  @Test
  void letsEveryBlockedThreadIn() throws InterruptedException {
    Window window = Window.of(2);
    window.enter(1);
    window.enter(1);
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

    window.leave();
    window.leave();
    for (Thread thread : blocked) {
      thread.join();
    }

    assertThat(in).hasValue(2);
  }

  @Test
  void anInterruptEndsTheWaitAndTakesNoRoom() throws InterruptedException {
    Window window = Window.of(1);
    window.enter(1);
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
    window.leave();
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
    AtomicInteger most = new AtomicInteger();
    AtomicInteger visits = new AtomicInteger();
    Runnable visit =
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          visits.incrementAndGet();
          inside.decrementAndGet();
          window.leave();
        };
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (int n = 0; n < 200; n++) {
                            if (i % 2 == 0) {
                              enter(window);
                              visit.run();
                            } else {
                              window.enterAsync(1).thenRunAsync(visit).join();
                            }
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(most.get()).isBetween(1, limit);
    assertThat(visits).hasValue(8 * 200);
    assertThat(inside).hasValue(0);
  }

  /** Each leaves inside the call that let it in, and so lets the next in. */
  @Test
  void aHundredThousandThatLeaveAtOnceDoNotOverflowTheStack() {
    Window window = Window.of(1);
    AtomicInteger left = new AtomicInteger();
    enterInTurn(window, 1);
    for (int i = 0; i < 100_000; i++) {
      window
          .enterAsync(1)
          .thenRun(
              () -> {
                left.incrementAndGet();
                window.leave();
              });
    }
    assertThat(left).hasValue(0);

    window.leave();

    assertThat(left).hasValue(100_000);
  }

  /** Each one's turn asks for the next one's entry. */
  @Test
  void aChainOfAHundredThousandEntriesDoesNotOverflowTheStack() {
    Window window = Window.of(1);
    AtomicInteger entered = new AtomicInteger();
    Runnable enterNext =
        new Runnable() {
          @Override
          public void run() {
            if (entered.incrementAndGet() <= 100_000) {
              window.enterAsync(1).thenRun(this);
              window.leave();
            }
          }
        };

    window.enterAsync(1).thenRun(enterNext);

    assertThat(entered).hasValue(100_001);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesALimitBelowOne(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> Window.of(limit));
  }

  /** Asks for entries numbered from 0; {@link #admitted} tells which got in. */
  private List<CompletableFuture<Void>> enterInTurn(Window window, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> window.enterAsync(1).thenRun(() -> admitted.add(i)))
        .toList();
  }

  private void enter(Window window) {
    try {
      window.enter(1);
      synchronized (this) {
        admitted.add(-1);
      }
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static void awaitBlocked(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      thread.join(1);
    }
  }
}
