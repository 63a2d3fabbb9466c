package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The assumptions about the JDK in the package's documentation. */
class JdkAssumptionsTest {

  private static final Path TESTS = Path.of("src", "test", "java", "io", "github");

  private static final Path LIST =
      Path.of(
          "src",
          "main",
          "java",
          "io",
          "github",
          "fetchcharacters",
          "http",
          "client",
          "package-info.java");

  private static final Pattern TEST = Pattern.compile("\\{@code (\\w+Test)\\.(\\w+)}");

  @Test
  void eachHasATest() throws IOException {
    String list = Files.readString(LIST);
    List<MatchResult> tests = TEST.matcher(list).results().toList();

    assertThat(tests).hasSize(list.split("<tr><td>", -1).length - 1);
    assertThat(tests)
        .allSatisfy(test -> assertThat(source(test.group(1))).contains("void " + test.group(2)));
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path file = files.filter(f -> f.endsWith(test + ".java")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
