package io.github.fetchcharacters.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Has the JVM load and initialise what the first request needs: the HTTP client, TLS with its
 * trusted authorities, the decoder. Nothing is sent.
 */
public final class WarmUp {

  private static final HttpSettings SETTINGS =
      new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, null, null, List.of());

  private static final Reply REPLY =
      new Reply(
          200,
          "HTTP/1.1",
          null,
          null,
          "{\"id\":1,\"name\":\"Rick\"}".getBytes(StandardCharsets.UTF_8));

  private WarmUp() {}

  /**
   * Goes through the motions of one request on this thread.
   *
   * @param base where the API is; only its scheme matters
   */
  public static void run(URI base) {
    CharacterCodec codec = new CharacterCodec(base, InstantSource.system());
    try (HttpTransport transport = HttpTransport.to(base, SETTINGS)) {
      transport.prepare(codec.character(1).uri());
      codec.decodeCharacter(REPLY, 1);
    }
  }
}
