package io.github.fetchcharacters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound on the work that waits for the disk. */
@Timeout(60)
class BackgroundTest {

  private static final int MAX_BYTES = 10_000;

  private final Background background = new Background(MAX_BYTES);
  private final CountDownLatch end = new CountDownLatch(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000})
  void takesNoMoreThanHasRoom(int answerBytes) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    assertThat(background.offer(0, () -> block(busy))).isTrue();
    busy.await();

    assertThat(IntStream.range(0, 100).filter(i -> background.offer(answerBytes, () -> {})).count())
        .isBetween(5L, 50L);

    end.countDown();
    background.finish(Long.MAX_VALUE);
  }

  @Test
  void hasRoomAgainAfterTheWork() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      CountDownLatch begun = new CountDownLatch(1);
      assertThat(background.offer(MAX_BYTES / 2, begun::countDown)).isTrue();
      begun.await();
    }
  }

  private void block(CountDownLatch busy) {
    busy.countDown();
    try {
      end.await();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
  }
}
