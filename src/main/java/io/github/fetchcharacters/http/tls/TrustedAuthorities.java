package io.github.fetchcharacters.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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

  private TrustedAuthorities() {}

  /**
   * Makes a TLS context that trusts the JDK's authorities and those of a file.
   *
   * @param pem the content of the file: one or more X.509 certificates, PEM or DER
   * @param name the name of the file, for messages
   * @throws IOException if the content is no certificate; the message names the file
   */
  public static SSLContext with(byte[] pem, String name) throws IOException {
    try {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      addDefaults(authorities);
      add(authorities, certificates(pem), "given-");
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trustManagers(authorities), null);
      return context;
    } catch (CertificateException notOne) {
      throw new IOException("'" + name + "' holds no certificate in PEM form", notOne);
    } catch (GeneralSecurityException broken) {
      throw new IOException("this JDK cannot set up TLS: " + broken.getMessage(), broken);
    }
  }

  private static Collection<? extends Certificate> certificates(byte[] pem)
      throws CertificateException {
    Collection<? extends Certificate> found =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    if (found.isEmpty()) {
      throw new CertificateException("none");
    }
    return found;
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
