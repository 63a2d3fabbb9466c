package io.github.fetchcharacters.compare.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordContentTest {

  @Test
  void quotesOfALongValueWholeCharactersOnly() {
    String start = "x".repeat(58);

    assertThat(
            RecordContent.difference(
                "{\"name\":\"" + start + "🛸\"}", "{\"name\":\"" + start + "y" + "z\"}"))
        .isEqualTo("name is \"" + start + "… and \"" + start + "y…");
  }
}
