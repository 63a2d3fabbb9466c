package io.github.fetchcharacters.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, without its body, which the public API ignores.
 *
 * @param method as sent
 * @param target as sent: printable ASCII, not decoded
 * @param persistent whether the connection stays open after the answer (RFC 9112, section 9.3)
 * @param headers by name in lower case; repeated ones joined to one list
 */
record Request(String method, String target, boolean persistent, Map<String, String> headers) {
  /** Returns a header by its name in lower case, or null if the request has none. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Whether it only reads. */
  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Whether a header's list has this element, in any case. */
  boolean lists(String name, String element) {
    String list = headers.get(name);
    if (list == null) {
      return false;
    }
    for (String each : list.split(",", -1)) {
      if (each.strip().equalsIgnoreCase(element)) {
        return true;
      }
    }
    return false;
  }
}
