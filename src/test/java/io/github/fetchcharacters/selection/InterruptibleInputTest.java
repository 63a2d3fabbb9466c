package io.github.fetchcharacters.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Has one byte, then throws. */
  private static final class BrokenInput extends InputStream {

    private final Throwable thrown;
    private boolean begun;

    BrokenInput(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (begun) {
        throwIt();
      }
      begun = true;
      bytes[offset] = '7';
      return 1;
    }

    private void throwIt() throws IOException {
      if (thrown instanceof Error error) {
        throw error;
      } else if (thrown instanceof RuntimeException defect) {
        throw defect;
      }
      throw (IOException) thrown;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }

  static List<Throwable> failures() {
    return List.of(
        new OutOfMemoryError(),
        new StackOverflowError(),
        new IllegalStateException(),
        new IOException());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatTheStreamThrowsReachesItsReader(Throwable thrown) throws IOException {
    InterruptibleInput input = new InterruptibleInput(new BrokenInput(thrown), () -> {});

    assertThat(input.read()).isEqualTo('7');
    assertThatThrownBy(input::read).isSameAs(thrown);
    assertThatThrownBy(input::read).isSameAs(thrown);
  }

  /** The end of the stream comes on another thread, soon after the last byte. */
  @Test
  void theEndIsKnownWithoutAReadOfIt() throws IOException {
    InterruptibleInput input =
        new InterruptibleInput(new ByteArrayInputStream("12".getBytes(UTF_8)), () -> {});
    assertThat(input.isAtEnd()).isFalse();
    input.read();
    assertThat(input.isAtEnd()).isFalse();
    input.read();
    while (!input.isAtEnd()) {
      Thread.onSpinWait();
    }

    assertThat(input.read()).isEqualTo(InterruptibleInput.END);
  }

  @Test
  void inputIsReadToItsEnd() throws IOException {
    InterruptibleInput input =
        new InterruptibleInput(new ByteArrayInputStream("é".getBytes(UTF_8)), () -> {});

    assertThat(new int[] {input.read(), input.read(), input.read(), input.read()})
        .containsExactly(0xC3, 0xA9, -1, -1);
  }
}
