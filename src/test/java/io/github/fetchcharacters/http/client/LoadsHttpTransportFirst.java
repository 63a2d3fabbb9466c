package io.github.fetchcharacters.http.client;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Loads {@link HttpTransport} before any test, as the program loads it before any request: the
 * JDK's client reads the properties it sets once, with the first request of the JVM, which may be
 * another test's.
 */
public final class LoadsHttpTransportFirst implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
    Class.forName("io.github.fetchcharacters.http.client.HttpTransport");
  }
}
