package io.github.fetchcharacters.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificate authorities to trust beside the JDK's own. */
public final class TrustedAuthorities {

  /** Many times the size of all public authorities. */
  private static final int MAX_BYTES = 16 << 20;

  private TrustedAuthorities() {}

  /**
   * Makes a TLS context that trusts the JDK's authorities and those of a file.
   *
   * @param pem a file of one or more X.509 certificates, PEM or DER
   * @throws IOException if the file cannot be read or holds no certificate; the message names it
   */
  public static SSLContext with(Path pem) throws IOException {
    try {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      addDefaults(authorities);
      add(authorities, certificates(pem), "given-");
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trustManagers(authorities), null);
      return context;
    } catch (CertificateException notOne) {
      throw new IOException("'" + pem + "' holds no certificate in PEM form", notOne);
    } catch (GeneralSecurityException broken) {
      throw new IOException("this JDK cannot set up TLS: " + broken.getMessage(), broken);
    }
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(pem)) {
      // A device may have no end.
      InputStream read = new ByteArrayInputStream(in.readNBytes(MAX_BYTES));
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(read);
      if (found.isEmpty()) {
        throw new CertificateException("none");
      }
      return found;
    } catch (NoSuchFileException missing) {
      throw new IOException("cannot read '" + pem + "': no such file", missing);
    } catch (AccessDeniedException forbidden) {
      throw new IOException("cannot read '" + pem + "': permission denied", forbidden);
    } catch (IOException unreadable) {
      String why = Files.isDirectory(pem) ? notAFile(pem) : "" + unreadable.getMessage();
      throw new IOException("cannot read '" + pem + "': " + why, unreadable);
    }
  }

  /** Java takes an empty name, as of an unset variable, for the folder that the process is in. */
  private static String notAFile(Path pem) {
    return pem.toString().isEmpty() ? "its name is empty" : "it is a directory";
  }

  private static void addDefaults(KeyStore authorities) throws GeneralSecurityException {
    for (TrustManager manager : trustManagers(null)) {
      if (manager instanceof X509TrustManager x509) {
        add(authorities, List.of((Certificate[]) x509.getAcceptedIssuers()), "jdk-");
      }
    }
  }

  private static void add(
      KeyStore authorities, Collection<? extends Certificate> certificates, String alias)
      throws GeneralSecurityException {
    int number = 0;
    for (Certificate certificate : certificates) {
      authorities.setCertificateEntry(alias + number++, certificate);
    }
  }

  private static TrustManager[] trustManagers(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return factory.getTrustManagers();
  }
}
