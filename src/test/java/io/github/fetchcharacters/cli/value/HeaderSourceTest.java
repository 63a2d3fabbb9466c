package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.selection.UnreadableInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -H @FILE}. */
@Timeout(30)
class HeaderSourceTest {

  @RegisterExtension static final StubApi API = new StubApi();

  private final Path folder;

  HeaderSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-H @FILE",
        "-H@FILE",
        "-H=@FILE",
        "-qH @FILE",
        "-qH@FILE",
        "--header @FILE",
        "--header=@FILE"
      })
  void headersAreReadFromAFileHoweverItIsWritten(String option) throws IOException {
    Path file = file("X-A: one two\nX-B: 3\n");
    List<String> words = new ArrayList<>(List.of(API.option(), "1"));
    words.addAll(List.of(option.replace("FILE", file.toString()).split(" ", -1)));

    assertThat(CommandRun.of(words.toArray(String[]::new)).out()).isEqualTo("Rick Sanchez\n");
    assertThat(sent("X-A")).containsExactly("one two");
    assertThat(sent("X-B")).containsExactly("3");
  }

  @Test
  void blankLinesCommentsLineEndsAndAByteOrderMarkDoNotMatter() throws IOException {
    Path file = file("\uFEFFX-A: 1\r\n\r\n  \r\n# X-B: 2\r\nX-C: 3");

    assertThat(run("@" + file).exitCode()).isZero();
    assertThat(sent("X-A")).containsExactly("1");
    assertThat(sent("X-B")).isEmpty();
    assertThat(sent("X-C")).containsExactly("3");
  }

  @Test
  void anEmptyFileHasNoHeaders() throws IOException {
    assertThat(run("@" + file("")).out()).isEqualTo("Rick Sanchez\n");
  }

  @Test
  void filesAndHeadersAddUp() throws IOException {
    Path file = file("X-A: 2\nUser-Agent: me\n");

    assertThat(CommandRun.of(API.option(), "-H", "X-A: 1", "-H", "@" + file, "-HX-A: 3", "1").out())
        .isEqualTo("Rick Sanchez\n");
    assertThat(sent("X-A")).containsExactly("1", "2", "3");
    assertThat(sent("User-Agent")).containsExactly("me");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Tok en: secret", "secret", "Host: secret", "X-Token: secret\u0007"})
  void aBadHeaderIsReportedByFileAndLineWithoutItsValue(String header) throws IOException {
    Path file = file("X-A: 1\n\n" + header + "\n");

    CommandRun run = run("@" + file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("fetch-characters: Invalid header in '" + file + "', line 3: ")
        .doesNotContain("secret");
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path latin1 = folder.resolve("latin1");
    Files.write(latin1, "X-A: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("@" + folder.resolve("none")).err())
        .startsWith(
            "fetch-characters: cannot read the headers in '"
                + folder.resolve("none")
                + "': there is no such file\n");
    assertThat(run("@" + folder).err()).contains("'" + folder + "': it is a directory\n");
    assertThat(run("@" + latin1).err()).contains("'" + latin1 + "': it is no text in UTF-8\n");
    assertThat(run("@").exitCode()).isEqualTo(2);
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void standardInputIsForIds() {
    CommandRun run = CommandRun.between(new UnreadableInput(), OUT, "-H", "@-", "1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("standard input is for ids");
  }

  @Test
  void aFileOfArgumentsIsOneStill() throws IOException {
    Path headers = file("X-A: 1\n");
    Path arguments = folder.resolve("arguments");
    Files.writeString(arguments, "--header=@" + headers + " 1 10");

    assertThat(CommandRun.of(API.option(), "--mode", "sync", "@" + arguments).out())
        .isEqualTo("Rick Sanchez\nAlan Rails\n");
    assertThat(sent("X-A")).containsExactly("1");
  }

  private static final OutputStream OUT = OutputStream.nullOutputStream();

  private CommandRun run(String header) {
    return CommandRun.of(API.option(), "-H", header, "1");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("headers.txt"), text);
  }

  private static List<String> sent(String name) {
    HttpHeader header = API.requests().get(0).header(name);
    return header.isPresent() ? header.values() : List.of();
  }
}
