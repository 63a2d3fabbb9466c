package io.github.fetchcharacters.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "007, 7", "123456789012345678, 123456789012345678"})
  void areReadAsANumber(String text, long number) {
    assertThat(Digits.read(text, 18)).hasValue(number);
  }

  /** Some are digits to Unicode: an Arabic and a fullwidth one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "+1", "-1", "1 ", "1.0", "1_0", "0x1", "a", "١", "１", "1/", ":1"})
  void anythingElseIsNoNumber(String text) {
    assertThat(Digits.read(text, 18)).isEmpty();
  }

  @Test
  void moreThanAreAllowedAreNoNumber() {
    assertThat(Digits.read("123", 3)).hasValue(123);
    assertThat(Digits.read("0123", 3)).isEmpty();
  }

  @Test
  void areAllThereIsInAnEmptyText() {
    assertThat(Digits.areAll("")).isTrue();
    assertThat(Digits.areAll("09")).isTrue();
    assertThat(Digits.areAll("0٩")).isFalse();
  }
}
