package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and host names are checked, and secrets stay where they belong. */
@Timeout(60)
class TlsTest {

  private static final Certificates CERTIFICATES = Certificates.shared();

  @ParameterizedTest
  @EnumSource
  void anUnknownAuthorityIsNotTrusted(Mode mode) throws Exception {
    try (SecureApi api = new SecureApi(CERTIFICATES, "good")) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "1");

      assertThat(run)
          .isEqualTo(
              refused(
                  api,
                  "its certificate is signed by an unknown authority (--cacert=FILE adds one)"));
      assertThat(api.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAuthorityCanBeAdded(Mode mode) throws Exception {
    try (SecureApi api = new SecureApi(CERTIFICATES, "good")) {
      CommandRun run =
          CommandRun.of(api.option(), CERTIFICATES.option(), "--mode=" + mode, "1", "2");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 1\nNumber 2\n", ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "foreign; its certificate is for another host than localhost",
        "expired; its certificate has expired or is not valid yet"
      })
  void aTrustedAuthorityIsNotEnough(String alias, String why) throws Exception {
    try (SecureApi api = new SecureApi(CERTIFICATES, alias)) {
      CommandRun run = CommandRun.of(api.option(), CERTIFICATES.option(), "1");

      assertThat(run).isEqualTo(refused(api, why));
      assertThat(api.requests()).isEmpty();
    }
  }

  private static CommandRun refused(SecureApi api, String why) {
    return new CommandRun(
        1,
        "",
        "fetch-characters: character 1: no secure connection to " + api.url() + ": " + why + "\n");
  }

  private static String refused(String why) {
    return "fetch-characters: Invalid value for option '--cacert': "
        + why
        + "\nTry 'fetch-characters --help' for more information.\n";
  }

  @Test
  void aFileOfAuthoritiesThatIsNotThereIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("missing.pem");

    assertThat(CommandRun.of("--base-url=https://localhost:1", "--cacert=" + file, "1"))
        .isEqualTo(
            new CommandRun(2, "", refused("cannot read '" + file + "': there is no such file")));
  }

  @Test
  void aFolderHoldsNoAuthority(@TempDir Path folder) {
    assertThat(CommandRun.of("--base-url=https://localhost:1", "--cacert=" + folder, "1"))
        .isEqualTo(
            new CommandRun(2, "", refused("cannot read '" + folder + "': it is a directory")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n"
      })
  void aFileWithoutACertificateIsNamed(String content, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.pem"), content);

    assertThat(CommandRun.of("--base-url=https://localhost:1", "--cacert=" + file, "1"))
        .isEqualTo(
            new CommandRun(2, "", refused("'" + file + "' holds no certificate in PEM form")));
  }

  /** Part of it would be other authorities than those that the user means. */
  @Test
  void aFileOfAuthoritiesThatIsTooLargeIsNotReadInPart(@TempDir Path folder) throws IOException {
    Path authority = Path.of(CERTIFICATES.option().substring("--cacert=".length()));
    Path file = Files.copy(authority, folder.resolve("large.pem"));
    try (RandomAccessFile extended = new RandomAccessFile(file.toFile(), "rw")) {
      extended.setLength((16 << 20) + 1);
    }

    assertThat(CommandRun.of("--base-url=https://localhost:1", "--cacert=" + file, "1"))
        .isEqualTo(tooLarge(file.toString()));
  }

  @Test
  void aFileOfAuthoritiesWithoutAnEndIsNotReadForEver() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));

    assertThat(CommandRun.of("--base-url=https://localhost:1", "--cacert=/dev/zero", "1"))
        .isEqualTo(tooLarge("/dev/zero"));
  }

  private static CommandRun tooLarge(String file) {
    return new CommandRun(2, "", refused("cannot read '" + file + "': it is larger than 16 MiB"));
  }

  @Test
  void aRedirectToPlainHttpIsNotFollowed() throws Exception {
    try (SecureApi api = new SecureApi(CERTIFICATES, "good");
        RawServer plain = new RawServer(stray -> {})) {
      api.redirectTo(plain.uri("/character/1").toString());

      CommandRun run = CommandRun.of(api.option(), CERTIFICATES.option(), "1");

      assertThat(run)
          .isEqualTo(
              new CommandRun(
                  1,
                  "",
                  "fetch-characters: character 1: 301 Moved Permanently, not followed, to "
                      + plain.uri("/character/1")
                      + "\n"));
      assertThat(plain.connections()).isZero();
    }
  }

  /** The log goes to the standard error of the process. */
  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer s3cret", "Cookie: s3cret", "X-API-Key: s3cret"})
  void aSecretReachesOnlyTheApi(String header) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (SecureApi api = new SecureApi(CERTIFICATES, "good");
        RawServer other = new RawServer(stray -> {})) {
      System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
      api.redirectTo(other.uri("/").toString());

      CommandRun redirected =
          CommandRun.of(api.option(), CERTIFICATES.option(), "-v", "-t", "-H", header, "1");
      CommandRun untrusted = CommandRun.of(api.option(), "-v", "--waterfall", "-H", header, "1");

      assertThat(api.requests()).hasSize(1);
      assertThat(api.requests().get(0).getFirst(header.substring(0, header.indexOf(':'))))
          .endsWith("s3cret");
      assertThat(other.connections()).isZero();
      assertThat(log.toString(StandardCharsets.UTF_8))
          .contains("getting character with id 1")
          .contains("got exception: 301")
          .doesNotContain("s3cret");
      assertThat(redirected.err()).contains("301").doesNotContain("s3cret");
      assertThat(untrusted.err()).contains("unknown authority").doesNotContain("s3cret");
    } finally {
      System.setErr(before);
    }
  }
}
