package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class RateLimitConverterTest {

  private final RateLimitConverter converter = new RateLimitConverter();

  @ParameterizedTest
  @CsvSource({
    "20/s, 20, PT1S",
    "600/m, 600, PT1M",
    "10000/h, 10000, PT1H",
    "1/s, 1, PT1S",
    "010/s, 10, PT1S",
    "999999999/h, 999999999, PT1H",
  })
  void readsANumberPerUnit(String text, long number, Duration unit) {
    assertThat(converter.convert(text)).isEqualTo(new RateLimit(number, unit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/s",
        "20",
        "20/",
        "20s",
        "0/s",
        "000/m",
        "-1/s",
        "+1/s",
        "1.5/s",
        "1e3/s",
        "٣/s",
        "1000000000/s",
        "20/d",
        "20/S",
        "20/ms",
        "20/s/s",
        " 20/s",
        "20 / s",
      })
  void refusesAnythingElseAndNamesIt(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessageMatching(
            "(?s)'"
                + Pattern.quote(text)
                + "' is (not a rate: write a positive number|too large: the number has).*");
  }
}
