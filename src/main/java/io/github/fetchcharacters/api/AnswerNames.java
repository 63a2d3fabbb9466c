package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Names answers by a digest of all that can change them: the address and the header fields of the
 * request. The digest gives away no secret among the fields. Safe for use by many threads.
 */
final class AnswerNames {

  private final String prefix;

  /**
   * @param api the API's address, or what stands for it
   * @param headers the fields; those of one name count in their order, names in any
   */
  AnswerNames(String api, List<Header> headers) {
    StringBuilder text = new StringBuilder();
    headers.stream()
        .sorted(Comparator.comparing(AnswerNames::name))
        .forEach(field -> add(text, field));
    prefix = text.append('\n').append(api).toString();
  }

  private static String name(Header field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /** No field has a line end. */
  private static void add(StringBuilder text, Header field) {
    text.append(name(field)).append(": ").append(field.value()).append('\n');
  }

  /**
   * Returns the name, in 64 hexadecimal digits.
   *
   * @param path the rest of the address, after that of the API
   */
  String of(String path) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest((prefix + path).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
