package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of the test's own, and what it has signed: {@code good} for localhost, {@code
 * foreign} for another host, {@code expired} for localhost and too old.
 */
public final class Certificates {

  private static final String PASSWORD = "changeit";

  /** Made with the first use, and removed with the process. */
  private static final class Shared {
    static final Certificates ALL = inTemporaryFolder();
  }

  private final Path store;
  private final Path authority;

  private Certificates(Path store, Path authority) {
    this.store = store;
    this.authority = authority;
  }

  /** Settings that trust the authority, with long timeouts. */
  HttpSettings settings() {
    try {
      Duration patience = Duration.ofSeconds(20);
      return new HttpSettings(patience, patience, 1 << 20, null, clientContext(), List.of());
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Those of all tests: making some takes a second or two. */
  public static Certificates shared() {
    return Shared.ALL;
  }

  private static Certificates inTemporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      folder.toFile().deleteOnExit();
      Certificates all = in(folder);
      all.store.toFile().deleteOnExit();
      all.authority.toFile().deleteOnExit();
      return all;
    } catch (Exception unmade) {
      throw new AssertionError(unmade);
    }
  }

  private static Certificates in(Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    String localhost = "san=dns:localhost";
    keytool(store, "-alias", "authority", "-dname", "CN=Test Authority", "-ext", "bc:c");
    keytool(
        store, "-alias", "good", "-dname", "CN=good", "-signer", "authority", "-ext", localhost);
    keytool(
        store,
        "-alias",
        "foreign",
        "-dname",
        "CN=f",
        "-signer",
        "authority",
        "-ext",
        "san=dns:other.test");
    keytool(
        store,
        "-alias",
        "expired",
        "-dname",
        "CN=e",
        "-signer",
        "authority",
        "-ext",
        localhost,
        "-startdate",
        "-10d",
        "-validity",
        "5");
    byte[] der = load(store).getCertificate("authority").getEncoded();
    Path pem =
        Files.writeString(
            folder.resolve("authority.pem"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n");
    return new Certificates(store, pem);
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  /** The option that makes the authority trusted. */
  public String option() {
    return "--cacert=" + authority;
  }

  /** The keys of a server that shows the certificate. */
  public SSLContext serverContext(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = load(store);
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The settings of a client that trusts the authority alone. */
  public SSLContext clientContext() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", load(store).getCertificate("authority"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
