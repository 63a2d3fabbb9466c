package io.github.fetchcharacters.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoHandlerTest {
  private final RecordingTimer timer = new RecordingTimer();
  private final List<InetSocketAddress> clients = new ArrayList<>();
  private final RecordedExchange exchange = new RecordedExchange("/api/character/1");

  @AfterEach
  void dropWhatIsScheduled() {
    timer.shutdownNow();
  }

  @Test
  void putsTheAnswerOffAndReturns() throws IOException {
    handler(DemoSettings.defaults()).handle(exchange);

    assertThat(timer.delays).containsExactly(200_000_000L);
    assertThat(exchange.getResponseCode()).isZero();

    timer.tasks.get(0).run();

    assertThat(exchange.getResponseCode()).isEqualTo(200);
    assertThat(exchange.getResponseBody().toString()).startsWith("{\"id\":1,");
  }

  @Test
  void answersStraightAwayWithoutLatency() throws IOException {
    handler(DemoSettings.defaults().withLatency(Duration.ZERO)).handle(exchange);

    assertThat(timer.delays).isEmpty();
    assertThat(exchange.getResponseCode()).isEqualTo(200);
  }

  @Test
  void hasTheConnectionClosedByThrowing() {
    DemoHandler handler = handler(DemoSettings.defaults().withResetRate(1));

    assertThatIOException().isThrownBy(() -> handler.handle(exchange));
    assertThat(timer.delays).isEmpty();
    assertThat(exchange.getResponseCode()).isZero();
  }

  @Test
  void tellsOfEachRequestFromWhereItCame() throws IOException {
    handler(DemoSettings.defaults()).handle(exchange);

    assertThat(clients).containsExactly(exchange.getRemoteAddress());
  }

  private DemoHandler handler(DemoSettings settings) {
    return new DemoHandler(settings, timer, clients::add);
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
