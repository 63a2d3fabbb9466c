package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
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
        "",
        "0",
        "0k",
        "k",
        "-1",
        "+1",
        "1.5M",
        "1 M",
        "1MB",
        "1T",
        "1kk",
        "٣",
        "2147483632",
        "2G",
        "2048M",
        "8589934593G",
        "17179869185G",
        "9999999999G",
        "99999999999",
        "99999999999999999999",
      })
  void refusesAnythingElseAndNamesIt(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessageMatching(
            "(?s)'"
                + Pattern.quote(text)
                + "' is (not a size: write bytes|too large: at most 2147483631 bytes).*");
  }
}
