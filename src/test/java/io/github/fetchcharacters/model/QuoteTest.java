package io.github.fetchcharacters.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

  @ParameterizedTest
  @CsvSource({"'', 5, ''", "abc, 3, abc", "abcd, 3, abc…", "🛸🛸, 4, 🛸🛸", "a🛸b, 3, a🛸…"})
  void isShortenedToItsMax(String text, int max, String quote) {
    assertThat(Quote.of(text, max)).isEqualTo(quote);
  }

  @ParameterizedTest
  @CsvSource({"🛸🛸, 3, 🛸…", "a🛸b, 2, a…"})
  void keepsTheHalvesOfACharacterTogether(String text, int max, String quote) {
    assertThat(Quote.of(text, max)).isEqualTo(quote);
  }

  @Test
  void hasASentenceOf200() {
    assertThat(Quote.of("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(Quote.of("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
  }
}
