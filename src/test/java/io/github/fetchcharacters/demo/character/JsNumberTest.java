package io.github.fetchcharacters.demo.character;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code Number(text)} and {@code parseInt(text)} give in Node.js 20. */
class JsNumberTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0, NaN",
    "' ', 0, NaN",
    "1, 1, 1",
    "007, 7, 7",
    "+1, 1, 1",
    "-1, -1, -1",
    "--1, NaN, NaN",
    "1.5, 1.5, 1",
    "1., 1, 1",
    ".5, 0.5, NaN",
    "., NaN, NaN",
    "1e2, 100, 1",
    "1E+2, 100, 1",
    "1e, NaN, 1",
    "1e400, Infinity, 1",
    "1e-400, 0, 1",
    "0x1F, 31, 31",
    "0xg, NaN, NaN",
    "0x, NaN, NaN",
    "-0x10, NaN, -16",
    "0b11, 3, 0",
    "0b12, NaN, 0",
    "0O17, 15, 0",
    "1f, NaN, 1",
    "1d, NaN, 1",
    "0x1p3, NaN, 1",
    "1_0, NaN, 1",
    "1abc, NaN, 1",
    "abc, NaN, NaN",
    "NaN, NaN, NaN",
    "Infinity, Infinity, NaN",
    "+Infinity, Infinity, NaN",
    "-Infinity, -Infinity, NaN",
    "xInfinity, NaN, NaN",
    "infinity, NaN, NaN",
    "' \t1\u00a0\ufeff\u2028', 1, 1",
    "1 2, NaN, 1",
    "\u200b1, NaN, NaN",
    "١, NaN, NaN",
    "9007199254740991, 9007199254740991, 9007199254740991",
    "100000000000000000000, 100000000000000000000, 100000000000000000000",
  })
  void readsAsJavaScriptDoes(String text, Double number, Double whole) {
    assertThat(JsNumber.of(text)).isEqualTo(number);
    assertThat(JsNumber.parseInt(text)).isEqualTo(whole);
  }
}
