package io.github.fetchcharacters.http.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a TLS context, with its sessions, in one whose engines watch the HTTP/2 frames: see {@link
 * WatchedEngine}. Safe for use by many threads.
 */
public final class WatchedTls extends SSLContext {

  private WatchedTls(Delegate delegate, SSLContext real) {
    super(delegate, real.getProvider(), real.getProtocol());
  }

  /**
   * Wraps a context. The return type keeps callers from loading this class before they use it.
   *
   * @param real does the work; initialised
   * @param watch see {@link WatchedEngine}
   * @param certified returns the name that the certificate of a host has to show: another than the
   *     host where that is an address
   */
  public static SSLContext over(
      SSLContext real, ConnectionWatch watch, UnaryOperator<String> certified) {
    return new WatchedTls(new Delegate(real, watch, certified), real);
  }

  private static final class Delegate extends SSLContextSpi {

    private final SSLContext real;
    private final ConnectionWatch watch;
    private final UnaryOperator<String> certified;

    Delegate(SSLContext real, ConnectionWatch watch, UnaryOperator<String> certified) {
      this.real = real;
      this.watch = watch;
      this.certified = certified;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return new WatchedEngine(real.createSSLEngine(), watch, null);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      watch.opening();
      String name = certified.apply(host);
      SSLEngine engine = real.createSSLEngine(name, port);
      return new WatchedEngine(engine, watch, name.equals(host) ? null : name);
    }

    @Override
    protected void engineInit(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("initialised before");
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return real.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return real.getSupportedSSLParameters();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return real.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return real.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return real.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return real.getClientSessionContext();
    }
  }
}
