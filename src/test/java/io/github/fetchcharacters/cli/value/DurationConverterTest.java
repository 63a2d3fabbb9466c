package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "2s, PT2S",
    "1m, PT1M",
    "2h, PT2H",
    "0s, PT0S",
    "1.5s, PT1.5S",
    "0.25ms, PT0.00025S",
    ".5m, PT30S",
    "007s, PT7S",
    "1.0000000009s, PT1S",
    "3MS, PT0.003S",
    "PT2S, PT2S",
    "PT1H30M, PT1H30M",
    "P1D, PT24H",
    "876000h, PT876000H",
  })
  void readsANumberWithAUnitAndIso8601(String text, Duration duration) {
    assertThat(converter.convert(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "s",
        "ms",
        "5 s",
        "5w",
        "5ns",
        "5µs",
        "-5s",
        "+5s",
        "1e3s",
        "1.2.3s",
        ".s",
        "1,5s",
        "٣s",
        "five seconds",
        "P",
        "PT",
        "PT-2S",
        "-PT2S",
        "P1Y",
        "PT9999999999999999999S",
        "876001h",
        "P36501D",
        "99999999999999999999999999h",
        "NaNs",
      })
  void refusesAnythingElseAndNamesIt(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessageMatching(
            "(?s)'"
                + Pattern.quote(text)
                + "' is (not a duration: write a number|too long: at most).*");
  }
}
