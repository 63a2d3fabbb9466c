package io.github.fetchcharacters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
  void aReaderWhoWentAwayIsKnownByTheWordsOfOtherSystems(String message) {
    assertThat(StandardOutput.saysPipe(new IOException(message))).isTrue();
  }

  @Test
  void aFullDiskIsNone() {
    assertThat(StandardOutput.saysPipe(new IOException("No space left on device"))).isFalse();
    assertThat(StandardOutput.saysPipe(new IOException((String) null))).isFalse();
  }

  /** Else the rest of the results would be missing without a word. */
  @Test
  void aFullPipeThatDoesNotBlockHasAReader() {
    IOException full = new IOException("Resource temporarily unavailable");

    assertThat(StandardOutput.lacksReader("pipe:[4711]", full)).isFalse();
    assertThat(StandardOutput.lacksReader("socket:[4711]", full)).isFalse();
    assertThat(
            StandardOutput.lacksReader(
                "pipe:[4711]", new IOException("Datenübergabe unterbrochen")))
        .isTrue();
    assertThat(StandardOutput.lacksReader("/tmp/out", new IOException("Broken pipe"))).isFalse();
  }
}
