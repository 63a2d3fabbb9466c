package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

  private static String drawn(
      int columns, boolean utf8, long done, long total, @Nullable Duration left) {
    try (ProgressLine line = new ProgressLine("", Duration.ofMinutes(1), utf8)) {
      return line.draw(done, total, left, "14/s, 2 failed, 50 in flight", columns);
    }
  }

  @Test
  void showsTheShareDone() {
    assertThat(drawn(79, false, 45, 100, Duration.ofSeconds(3700)))
        .isEqualTo("45% [======        ]  45/100 (0:01:00 / 1:01:40) 14/s, 2 failed, 50 in flight")
        .hasSizeLessThanOrEqualTo(79);
  }

  @Test
  void drawsFinerWhereTheTerminalShowsMoreThanAscii() {
    assertThat(drawn(79, true, 45, 100, Duration.ZERO)).contains("|█████").doesNotContain("=");
  }

  @Test
  void showsNoTimeLeftWithoutAKnownEnd() {
    assertThat(drawn(79, false, 45, -1, null))
        .startsWith("? % [")
        .endsWith("] 45/? (0:01:00 / ?) 14/s, 2 failed, 50 in flight");
  }

  @Test
  void isThereBeforeAnythingIsDone() {
    assertThat(drawn(79, false, 0, 100, null))
        .startsWith("0% [")
        .contains("]   0/100 (0:01:00 / ?)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 20, 39, 60})
  void fitsANarrowTerminal(int columns) {
    assertThat(drawn(columns, true, 45, 100, Duration.ZERO)).hasSizeLessThanOrEqualTo(columns);
    assertThat(drawn(columns, false, 45, -1, null)).hasSizeLessThanOrEqualTo(columns);
  }

  @Test
  void dropsWholeFieldsWhereItIsNarrow() {
    Duration left = Duration.ofSeconds(4);

    assertThat(drawn(70, false, 45, 100, left))
        .matches("45% \\[=+ +\\]  45/100 \\(0:01:00 / 0:00:04\\) 14/s, 2 failed");
    assertThat(drawn(60, false, 45, 100, left))
        .matches("45% \\[=+ +\\]  45/100 \\(0:01:00 / 0:00:04\\) 14/s, 2 failed");
    assertThat(drawn(40, true, 45, 100, left)).matches("45% \\|█+.? +\\|  45/100 2 failed");
    assertThat(drawn(30, true, 45, 100, left)).isEqualTo("45% 45/100 2 failed");
    assertThat(drawn(12, true, 45, 100, left)).isEqualTo("45% 45/100 2");
  }

  @Test
  void aFieldIsBackInAWiderWindow() {
    try (ProgressLine line = new ProgressLine("", Duration.ZERO, false)) {
      assertThat(line.draw(1, 2, null, "14/s, 1 in flight", 30)).hasSizeLessThanOrEqualTo(30);
      assertThat(line.draw(1, 2, null, "14/s, 1 in flight", 79)).endsWith("14/s, 1 in flight");
    }
  }

  @Test
  void learnsItsEndLater() {
    try (ProgressLine line = new ProgressLine(" pages", Duration.ZERO, false)) {
      assertThat(line.draw(0, -1, null, "", 79)).contains("0/? pages");
      assertThat(line.draw(1, 42, null, "", 79)).contains(" 1/42 pages");
    }
  }

  @Test
  void keepsAnInterrupt() {
    Thread.currentThread().interrupt();
    drawn(79, false, 1, 2, null);

    assertThat(Thread.interrupted()).isTrue();
  }
}
