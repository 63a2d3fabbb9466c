package io.github.fetchcharacters.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptibleInputTest {

  @Test
  void anInterruptEndsTheWaitForInput() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    InterruptibleInput input = new InterruptibleInput(new SilentInput(never), () -> {});
    Thread.currentThread().interrupt();

    assertThat(input.read()).isNegative();
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  @Test
  void inputIsReadToItsEnd() throws IOException {
    InterruptibleInput input =
        new InterruptibleInput(new ByteArrayInputStream("é".getBytes(UTF_8)), () -> {});

    assertThat(new int[] {input.read(), input.read(), input.read(), input.read()})
        .containsExactly(0xC3, 0xA9, -1, -1);
  }
}
