package io.github.fetchcharacters.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that may open no more files, as it is under a small {@code ulimit -n}. */
@Timeout(120)
class OutOfDescriptorsTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isAFailureOfOneRequest() throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 256 && exec \"$0\" -cp \"$1\" \"$2\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                OutOfDescriptors.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).lines())
        .containsExactly(
            "200", "REFUSED", "200", "NO_DESCRIPTORS", "NO_DESCRIPTORS", "NO_DESCRIPTORS", "200");
    assertThat(process.waitFor()).isZero();
  }
}
