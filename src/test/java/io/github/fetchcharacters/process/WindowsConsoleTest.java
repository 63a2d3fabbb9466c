package io.github.fetchcharacters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsConsoleTest {

  /** What Java says of standard output: up to 18, from 19 on, and of the system. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "Windows 11, IBM850, none,   Cp1252, false, IBM850",
        "Windows 11, none,   none,   Cp1252, true,  UTF-8",
        "Windows 11, none,   IBM437, Cp1252, false, IBM437",
        "Windows 11, none,   Cp1252, Cp1252, false, UTF-8",
        "Windows 11, none,   Cp1252, Cp1252, true,  windows-1252",
        "Windows 10, none,   MS932,  MS932,  true,  windows-31j",
        "Windows 10, none,   UTF-8,  Cp1252, true,  UTF-8",
        "Windows 10, none,   cp9,    Cp1252, true,  UTF-8",
        "Windows 10, ?,      none,   Cp1252, true,  UTF-8",
        "Linux,      IBM850, IBM850, UTF-8,  true,  UTF-8",
        "Mac OS X,   none,   IBM850, UTF-8,  true,  UTF-8",
      })
  void aConsoleOfWindowsHasItsCodePageAndAllElseUtf8(
      String system, String before19, String from19, String own, boolean exists, String charset) {
    Map<String, String> properties = new HashMap<>();
    properties.put("os.name", system);
    properties.put("sun.stdout.encoding", before19);
    properties.put("stdout.encoding", from19);
    properties.put("native.encoding", own);

    assertThat(WindowsConsole.charset("stdout", properties::get, () -> exists))
        .isEqualTo(Charset.forName(charset));
  }

  @Test
  void standardErrorHasItsOwn() {
    Map<String, String> properties =
        Map.of(
            "os.name", "Windows 11",
            "stdout.encoding", "Cp1252",
            "stderr.encoding", "IBM850",
            "native.encoding", "Cp1252");

    assertThat(WindowsConsole.charset("stderr", properties::get, () -> false))
        .isEqualTo(Charset.forName("IBM850"));
  }

  @Test
  void hereTheStreamStaysAsItIs() {
    OutputStream out = OutputStream.nullOutputStream();

    assertThat(WindowsConsole.encoded("stdout", out, () -> true)).isSameAs(out);
  }
}
