package io.github.fetchcharacters.demo.character;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
  /** What {@code JSON.stringify} gives in Node.js 20. */
  @Test
  void escapesAsThePublicApiDoes() {
    assertThat(Answer.error(500, "\" \\ \n \u000b \u001f").body())
        .isEqualTo("{\"error\":\"\\\" \\\\ \\n \\u000b \\u001f\"}");
  }

  @Test
  void leavesOtherCharactersAsTheyAre() {
    assertThat(Answer.error(500, "Zoë / ζ 🥒 \u007f \u2028").body())
        .isEqualTo("{\"error\":\"Zoë / ζ 🥒 \u007f \u2028\"}");
  }
}
