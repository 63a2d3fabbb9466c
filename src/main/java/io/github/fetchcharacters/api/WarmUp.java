package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.codec.Query;
import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.client.HttpTransport;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Loads and initialises the classes of the first request: the HTTP client, TLS with its trusted
 * authorities, the decoder. Sends nothing.
 */
public final class WarmUp {

  private static final HttpSettings SETTINGS =
      new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, null, null, List.of());

  private static final Reply REPLY =
      new Reply(
          Reply.OK,
          "HTTP/1.1",
          null,
          null,
          "{\"id\":1,\"name\":\"Rick\"}".getBytes(StandardCharsets.UTF_8));

  private WarmUp() {}

  /**
   * Loads all but the client, on this thread; the JVM may end before it returns.
   *
   * @param base the address of the API; only its scheme matters
   */
  public static void load(URI base) {
    Query<Character> query = new CharacterCodec(base, InstantSource.system()).character(1);
    Character unused = query.decoder().apply(REPLY);
    if ("https".equals(base.getScheme())) {
      try {
        SSLContext.getDefault();
      } catch (NoSuchAlgorithmException broken) {
        // The client fails with the same, and reports it.
      }
    }
  }

  /** Builds a client and a request, and ends the client; its threads are gone afterwards. */
  public static void buildClient(URI base) {
    try (HttpTransport transport = HttpTransport.to(base, SETTINGS, true)) {
      transport.prepare(base);
    }
  }
}
