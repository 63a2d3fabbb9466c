package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeConverterTest {

  private final SizeConverter converter = new SizeConverter();

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "500, 500",
    "0500, 500",
    "64k, 65536",
    "64K, 65536",
    "1M, 1048576",
    "1m, 1048576",
    "1G, 1073741824",
    "2047M, 2146435072",
    "2147483631, 2147483631",
  })
  void readsBytesAndPowersOf1024(String text, int bytes) {
    assertThat(converter.convert(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "0k", "k", "-1", "+1", "1.5M", "1 M", "1MB", "1T", "1kk", "٣",
      })
  void refusesAnythingElseAndNamesIt(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessageStartingWith("'" + text + "' is not a size: write bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2147483632",
        "2097152k",
        "2048M",
        "2G",
        "8589934593G",
        "9000000000G",
        "9999999999G",
        "17179869185G",
        "99999999999",
        "99999999999999999999",
      })
  void refusesALargerSizeThanAnArrayHolds(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessage("'" + text + "' is too large: at most 2147483631 bytes");
  }
}
