package io.github.fetchcharacters.http.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Wraps a TLS context, with its sessions, in one whose engines count HTTP/2 frames: see {@link
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
   * @param silentFrames see {@link WatchedEngine}
   * @param certified returns the name that the certificate of a host has to show: another than the
   *     host where that is an address
   */
  public static SSLContext over(
      SSLContext real, AtomicInteger silentFrames, UnaryOperator<String> certified) {
    return new WatchedTls(new Delegate(real, silentFrames, certified), real);
  }

  private static final class Delegate extends SSLContextSpi {

    private final SSLContext real;
    private final AtomicInteger silentFrames;
    private final UnaryOperator<String> certified;

    Delegate(SSLContext real, AtomicInteger silentFrames, UnaryOperator<String> certified) {
      this.real = real;
      this.silentFrames = silentFrames;
      this.certified = certified;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return new WatchedEngine(real.createSSLEngine(), silentFrames, null);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      String name = certified.apply(host);
      SSLEngine engine = real.createSSLEngine(name, port);
      return new WatchedEngine(engine, silentFrames, name.equals(host) ? null : name);
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
