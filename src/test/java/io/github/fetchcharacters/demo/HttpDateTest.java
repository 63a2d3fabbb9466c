package io.github.fetchcharacters.demo;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.ofPattern;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 784_111_777, 951_782_400, 1_704_067_199, 1_735_689_599, 1_764_547_200})
  void writesTheFormOfTheRfc(long second) {
    String expected =
        ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .format(Instant.ofEpochSecond(second).atZone(UTC));

    assertThat(HttpDate.of(second)).isEqualTo(expected);
  }
}
