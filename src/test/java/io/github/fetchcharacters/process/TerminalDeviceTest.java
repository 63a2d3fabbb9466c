package io.github.fetchcharacters.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TerminalDeviceTest {

  private static int columns(String command) {
    return TerminalDevice.columns(new ProcessBuilder("sh", "-c", command), 60_000);
  }

  @ParameterizedTest
  @CsvSource({
    "echo 24 132, 132",
    "echo 0 0, 0",
    "echo 24 80 1, 0",
    "echo nothing, 0",
    "exit 1, 0",
    "echo lost >&2, 0",
  })
  void columnsAreTheSecondNumber(String command, int columns) {
    assertThat(columns(command)).isEqualTo(columns);
  }

  @Test
  void aMissingCommandHasNoColumns() {
    assertThat(TerminalDevice.columns(new ProcessBuilder("/no/such/command"), 1)).isZero();
  }

  @Test
  void anInterruptDoesNotCutTheAnswerShort() {
    Thread.currentThread().interrupt();

    int columns = columns("echo 24 132");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(columns).isEqualTo(132);
  }
}
