package io.github.fetchcharacters.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

  @ParameterizedTest
  @CsvSource({"0, 0 retries", "1, 1 retry", "2, 2 retries", "4294967297, 4294967297 retries"})
  void aNumberHasItsNoun(long number, String words) {
    assertThat(InWords.counted(number, "retry", "retries")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 characters", "1, 1 character", "826, 826 characters"})
  void charactersAreANoun(long number, String words) {
    assertThat(InWords.characters(number)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.25S, 250ms",
    "PT1.5S, 1.5s",
    "PT90S, 1m30s",
    "PT47H, 47h",
    "PT49H, 2d1h"
  })
  void aDurationIsThatOfTheCommandLine(Duration duration, String words) {
    assertThat(InWords.duration(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59.9S, 59 s",
    "PT60S, 1 min",
    "PT59M59S, 59 min",
    "PT1H, 1 h",
    "PT23H59M, 23 h",
    "PT24H, 1 d",
    "P40D, 40 d",
  })
  void anAgeHasTheLargestUnitThatItFills(Duration age, String words) {
    assertThat(InWords.age(age)).isEqualTo(words);
  }
}
