package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.flow.Window.Permit;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the server says reaches the window, and those who wait hear of it. */
@Timeout(30)
class WindowSignalsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Queue<CompletableFuture<Void>> pauses = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private long now = 1000;

  @Test
  void answersOverHttp2BoundIt() {
    Window window = window(102, () -> false, Pace.NONE);
    List<CompletableFuture<Permit>> entries = enter(window, 102);

    window.succeeded(true, permit(entries.get(0)));
    entries.forEach(entry -> window.leave(permit(entry)));

    assertThat(enter(window, 102)).filteredOn(CompletableFuture::isDone).hasSize(100);
  }

  /** A round trip of 10 ms, and a limit of a half: one in 20 ms. */
  @Test
  void theTimeThatAnAnswerTakesSpacesRequests() {
    Window window = window(1, () -> false, Pace.NONE);
    Permit first = permit(window.enterAsync(1));
    now += 10_000_000;
    window.succeeded(false, first);
    assertThat(window.slowDown(Optional.empty(), first)).isEmpty();
    window.leave(first);

    now += 250_000_000;
    window.leave(permit(window.enterAsync(1)));
    CompletableFuture<Permit> next = window.enterAsync(1);

    assertThat(next).isNotDone();
    assertThat(waits).containsExactly(Duration.ofMillis(20));
  }

  @Test
  void tooManyAtOnceBoundIt() {
    Window window = window(10, () -> false, Pace.NONE);
    List<CompletableFuture<Permit>> entries = enter(window, 7);

    window.tooManyAtOnce(permit(entries.get(6)));
    entries.forEach(entry -> window.leave(permit(entry)));

    assertThat(enter(window, 10)).filteredOn(CompletableFuture::isDone).hasSize(6);
  }

  @Test
  void aPauseIsToldAndLetsThoseInWhoWaitedForItsEnd() {
    Window window = window(2, () -> false, Pace.NONE);
    Permit first = permit(window.enterAsync(1));

    assertThat(window.slowDown(Optional.of(SECOND), first)).contains(SECOND);
    window.leave(first);
    CompletableFuture<Permit> second = window.enterAsync(1);
    assertThat(second).isNotDone();
    now += SECOND.toNanos();
    pauses.remove().complete(null);

    assertThat(second).isCompleted();
    assertThat(waits).containsExactly(SECOND);
  }

  /** It has waited for its start meanwhile, and had a place inside. */
  @Test
  void anEntryWhoseStartComesDuringAPauseIsLetInAfterIt() {
    Queue<Long> starts = new ArrayDeque<>(List.of(0L, 5L, 0L));
    Window window = window(2, () -> false, () -> new Pace.Start(starts.remove(), () -> {}));
    Permit first = permit(window.enterAsync(1));
    CompletableFuture<Permit> second = window.enterAsync(1);

    window.slowDown(Optional.of(SECOND), first);
    pauses.remove().complete(null);
    window.leave(first);
    assertThat(second).isNotDone();
    now += SECOND.toNanos();
    pauses.remove().complete(null);

    assertThat(second).isCompleted();
    window.leave(permit(second));
    starts.add(0L);
    assertThat(window.enterAsync(1)).isCompleted();
  }

  @Test
  void aStartThatCannotBeWaitedForIsRefusedAndTakesNoRoom() {
    Queue<Long> starts = new ArrayDeque<>(List.of(5L, 0L));
    Window window = window(1, () -> false, () -> new Pace.Start(starts.remove(), () -> {}));
    CompletableFuture<Permit> first = window.enterAsync(1);

    pauses.remove().completeExceptionally(new IllegalStateException("no clock"));

    assertThat(first).isDone();
    assertThatThrownBy(first::join).hasRootCauseMessage("no clock");
    assertThat(window.enterAsync(1)).isCompleted();
  }

  @Test
  void whatBreaksTheAdmissionRefusesTwinsAlikeAsItIs() {
    AssertionError broken = new AssertionError("broken");
    Window window =
        window(
            1,
            () -> {
              throw broken;
            },
            Pace.NONE);

    assertThatThrownBy(() -> window.enter(1)).isSameAs(broken);
    CompletableFuture<Permit> entry = window.enterAsync(1);
    assertThat(entry).isDone();
    assertThatThrownBy(entry::join).hasCause(broken);
  }

  /** The permit of an entry that has it by now: a join that waits hears no timeout. */
  private static Permit permit(CompletableFuture<Permit> entry) {
    assertThat(entry).isCompleted();
    return entry.join();
  }

  private static List<CompletableFuture<Permit>> enter(Window window, int requests) {
    return Stream.generate(() -> window.enterAsync(1)).limit(requests).toList();
  }

  /** A window whose {@link #pauses} the test ends. */
  private Window window(int max, BooleanSupplier alone, Pace pace) {
    return new Window(new Congestion(max), alone, pace, held(), () -> now);
  }

  private Pause held() {
    return new Pause() {
      @Override
      public void pause(Duration duration) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        pauses.add(pause);
        waits.add(duration);
        return pause;
      }
    };
  }
}
