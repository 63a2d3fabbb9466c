package io.github.fetchcharacters.demo.character;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes parts of a request's target, which is ASCII. */
final class UriText {
  private UriText() {}

  /**
   * Decodes a text as strictly as {@code decodeURIComponent} of ECMAScript.
   *
   * @return null if a percent sign begins no octet, or the octets are no UTF-8
   */
  static @Nullable String decode(String text) {
    return text.indexOf('%') < 0 ? text : decodeOctets(text);
  }

  private static @Nullable String decodeOctets(String text) {
    ByteBuffer octets = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      int octet = text.charAt(i);
      if (octet == '%') {
        octet = octet(text, i + 1);
        i += 2;
      }
      if (octet < 0) {
        return null;
      }
      octets.put((byte) octet);
    }
    return utf8(octets.flip());
  }

  private static int octet(String text, int start) {
    if (start + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(start), 16);
    int low = Character.digit(text.charAt(start + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static @Nullable String utf8(ByteBuffer octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
