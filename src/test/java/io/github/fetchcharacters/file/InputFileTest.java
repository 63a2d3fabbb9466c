package io.github.fetchcharacters.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {

  @ParameterizedTest
  @CsvSource({
    "/dev/null,   Linux,      true",
    "/dev/../dev/null, Mac OS X, true",
    "NUL,         Linux,      false",
    "NUL,         Windows 11, true",
    "some/nul,    Windows 11, true",
    "NULL,        Windows 11, false",
    "/dev/null,   Windows 11, false",
    "/,           Windows 11, false",
  })
  void eachSystemHasANameForAnEmptyFile(Path path, String system, boolean empty)
      throws IOException {
    assertThat(InputFile.isNull(path, system)).isEqualTo(empty);
  }
}
