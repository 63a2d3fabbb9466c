package io.github.fetchcharacters.api;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Another TLS context, with its sessions, whose engines count HTTP/2 frames: see {@link
 * WatchedEngine}. Safe for use by many threads.
 */
final class WatchedTls extends SSLContext {

  /**
   * @param real does the work; initialised
   * @param silentFrames see {@link WatchedEngine}
   */
  WatchedTls(SSLContext real, AtomicInteger silentFrames) {
    super(new Delegate(real, silentFrames), real.getProvider(), real.getProtocol());
  }

  private static final class Delegate extends SSLContextSpi {

    private final SSLContext real;
    private final AtomicInteger silentFrames;

    Delegate(SSLContext real, AtomicInteger silentFrames) {
      this.real = real;
      this.silentFrames = silentFrames;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return new WatchedEngine(real.createSSLEngine(), silentFrames);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return new WatchedEngine(real.createSSLEngine(host, port), silentFrames);
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
