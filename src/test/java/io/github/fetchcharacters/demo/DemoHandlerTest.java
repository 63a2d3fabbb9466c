package io.github.fetchcharacters.demo;

import static io.github.fetchcharacters.demo.SettingsFixture.AT_ONCE;
import static io.github.fetchcharacters.demo.SettingsFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoHandlerTest {
  private final RecordingTimer timer = new RecordingTimer();
  private final List<InetSocketAddress> clients = new ArrayList<>();
  private final RecordedCaller caller = new RecordedCaller();

  @AfterEach
  void dropWhatIsScheduled() {
    timer.shutdownNow();
  }

  @Test
  void putsTheAnswerOffAndReturns() {
    handle(DemoSettings.withLatency(Duration.ofMillis(200)));

    assertThat(timer.delays).containsExactly(200_000_000L);
    assertThat(caller.responses).isEmpty();

    timer.tasks.get(0).run();

    assertThat(caller.responses).singleElement().asString().startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(caller.responses).singleElement().asString().contains("\r\n\r\n{\"id\":1,");
  }

  @Test
  void answersStraightAwayWithoutLatency() {
    handle(AT_ONCE);

    assertThat(timer.delays).isEmpty();
    assertThat(caller.responses).hasSize(1);
  }

  @Test
  void hasTheConnectionClosedInsteadOfAnAnswer() {
    handle(settings(it -> it.resetRate = 1));

    assertThat(timer.delays).isEmpty();
    assertThat(caller.responses).isEmpty();
    assertThat(caller.dropped).isTrue();
  }

  @Test
  void reportsTheAddressOfEachRequest() {
    handle(AT_ONCE);

    assertThat(clients).containsExactly(caller.address());
  }

  private void handle(DemoSettings settings) {
    Request request = new Request("GET", "/api/character/1", true, Map.of());
    new DemoHandler(settings, timer, clients::add).handle(request, caller);
  }

  private static final class RecordingTimer extends ScheduledThreadPoolExecutor {
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();

    RecordingTimer() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      tasks.add(task);
      delays.add(unit.toNanos(delay));
      return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }
}
