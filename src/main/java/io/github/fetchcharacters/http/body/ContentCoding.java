package io.github.fetchcharacters.http.body;

import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.model.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a body is packed, as the Content-Encoding fields say (RFC 9110, section 8.4). */
enum ContentCoding {
  /** As it is. */
  IDENTITY,
  /** RFC 1952. */
  GZIP;

  /**
   * Reads the fields of an answer. Ignores elements that are no coding: empty ones (section 5.6.1),
   * {@code identity}, and {@code none}, which some servers send.
   *
   * @param fields the values of all such fields, in their order
   * @throws TransportException if the body has another coding than gzip, once; the message names it
   */
  static ContentCoding of(List<String> fields) {
    List<String> codings = codings(fields);
    if (codings.isEmpty()) {
      return IDENTITY;
    }
    if (codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"))) {
      return GZIP;
    }
    throw new TransportException(
        TransportException.Kind.UNACCEPTABLE,
        "the answer is encoded as '"
            + Quote.of(String.join(", ", codings))
            + "', which was not asked for",
        null);
  }

  /** In lower case, since the names are not case-sensitive (section 8.4.1). */
  private static List<String> codings(List<String> fields) {
    return fields.stream()
        .flatMap(field -> Arrays.stream(field.split(",", -1)))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity") && !coding.equals("none"))
        .toList();
  }

  /**
   * Unpacks a whole body. An empty body is empty under any coding.
   *
   * @param limit max bytes after expansion
   * @throws TransportException if it is damaged or larger
   */
  byte[] unpacked(byte[] bytes, int limit) {
    return this == IDENTITY || bytes.length == 0 ? bytes : new GzipMembers(bytes).expanded(limit);
  }
}
