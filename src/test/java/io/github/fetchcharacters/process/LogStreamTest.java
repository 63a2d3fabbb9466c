package io.github.fetchcharacters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogStreamTest {

  private static final String STAMP = "[0-5]\\d:[0-5]\\d:\\d{6} ";

  @ParameterizedTest
  @CsvSource({
    "INFO fetched http://127.0.0.1/api, fetched http://127.0.0.1/api",
    "INFO INFO desk, INFO desk",
    "INFOrmal, INFOrmal",
    "WARN something is wrong, WARN something is wrong",
    "ERROR all is lost, ERROR all is lost",
    "INFO got Zoë 🥒, got Zoë 🥒",
    "'INFO got a\nb\u001b[2J\u202e', got a\\u000ab\\u001b[2J\\u202e",
  })
  void stampsAnEventAndLeavesOutTheOrdinaryLevel(String event, String text) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    new LogStream(err).println(event);

    String line = err.toString(UTF_8);
    assertThat(line).endsWith("\n").hasLineCount(1);
    assertThat(line.replaceFirst("^" + STAMP, "")).isEqualTo(text + "\n");
    assertThat(line).matches(STAMP + "[\\s\\S]*");
  }

  @Test
  void isWrittenAtOnce() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    LogStream log = new LogStream(new BufferedOutputStream(err));

    log.println("INFO one");
    assertThat(err.toString(UTF_8)).hasLineCount(1);
    log.println("INFO two");
    assertThat(err.toString(UTF_8)).hasLineCount(2);
  }
}
