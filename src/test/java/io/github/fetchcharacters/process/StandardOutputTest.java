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
}
